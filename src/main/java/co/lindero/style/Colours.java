package co.lindero.style;

import java.util.Locale;

/** Colours as {@code #rrggbb}. */
final class Colours {
    private Colours() {}

    /**
     * Returns the colour of a hue.
     *
     * @param hue degrees, 0 to 360
     * @param saturation 0 to 1
     * @param lightness 0 to 1
     */
    static String ofHue(int hue, double saturation, double lightness) {
        double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
        double sector = hue / 60.0;
        double second = chroma * (1 - Math.abs(sector % 2 - 1));
        double base = lightness - chroma / 2;
        double[] rgb = switch ((int) sector) {
            case 0 -> new double[] {chroma, second, 0};
            case 1 -> new double[] {second, chroma, 0};
            case 2 -> new double[] {0, chroma, second};
            case 3 -> new double[] {0, second, chroma};
            case 4 -> new double[] {second, 0, chroma};
            default -> new double[] {chroma, 0, second};
        };
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", channel(rgb[0] + base), channel(rgb[1] + base), channel(rgb[2] + base));
    }

    private static int channel(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** Returns {@code r,g,b,a} as QGIS writes it, each 0 to 255. */
    static String forQgis(String hex, double opacity) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return ((rgb >> 16) & 255) + "," + ((rgb >> 8) & 255) + "," + (rgb & 255) + "," + Math.round(255 * opacity);
    }
}
