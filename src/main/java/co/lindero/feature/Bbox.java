package co.lindero.feature;

import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A box that features must meet, x = easting or longitude whatever the order in which it was given.
 *
 * @param crs CRS of the corners
 * @param crosses whether it crosses the 180th meridian: {@code minX} is then east of {@code maxX}
 */
public record Bbox(MapCrs crs, double minX, double minY, double maxX, double maxY, boolean crosses) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final double FARTHEST = 1e9;
    private static final double HALF_TURN = 180;
    private static final double QUARTER_TURN = 90;
    /** Where Colombia lies, generously, by EPSG code: minX, minY, maxX, maxY. */
    private static final Map<Integer, double[]> HOMES = Map.of(
            4326, new double[] {-85, -5, -66, 16},
            3857, new double[] {-9_460_000, -560_000, -7_340_000, 1_810_000},
            9377, new double[] {3_900_000, 1_000_000, 5_800_000, 3_300_000});

    /**
     * Reads {@code bbox}: four numbers, or six of which the heights are of no account, in the axis order of
     * {@code bbox-crs}.
     *
     * @throws Problem {@code invalid-parameter} naming the parameter
     */
    static Optional<Bbox> read(Query query, MapCrsList known) {
        Optional<String> text = query.find("bbox");
        if (text.isEmpty()) {
            known.get(query, "bbox-crs");
            return Optional.empty();
        }
        MapCrs crs = known.get(query, "bbox-crs");
        double[] numbers = numbers(text.get());
        int half = numbers.length / 2;
        int x = crs.northFirst() ? 1 : 0;
        int y = 1 - x;
        Bbox box = of(crs, numbers[x], numbers[y], numbers[half + x], numbers[half + y]);
        if (known.isNational()) {
            box.requireAxisOrder();
        }
        return Optional.of(box);
    }

    /** Refuses a box that misses Colombia and, with its axes swapped, would lie in it: a polar cap only touches it. */
    private void requireAxisOrder() {
        double[] home = HOMES.get(crs.srid());
        if (home != null && !crosses && !meets(home, minX, minY, maxX, maxY) && holds(home, minY, minX, maxY, maxX)) {
            String order = crs.northFirst() ? "norte, este (latitud, longitud)" : "este, norte (longitud, latitud)";
            String ordered =
                    crs.northFirst() ? "north, east (latitude, longitude)" : "east, north (longitude, latitude)";
            throw invalid(
                    "parece tener los ejes intercambiados: el orden de este sistema es " + order + ".",
                    "looks swapped: the axis order of this CRS is " + ordered + ".");
        }
    }

    private static boolean meets(double[] home, double minX, double minY, double maxX, double maxY) {
        return minX <= home[2] && maxX >= home[0] && minY <= home[3] && maxY >= home[1];
    }

    private static boolean holds(double[] home, double minX, double minY, double maxX, double maxY) {
        return minX >= home[0] && maxX <= home[2] && minY >= home[1] && maxY <= home[3];
    }

    /** Returns the step between neighbouring numbers of single precision where they are largest in the box, units of its CRS. */
    double singlePrecision() {
        double farthest = Math.max(Math.max(Math.abs(minX), Math.abs(maxX)), Math.max(Math.abs(minY), Math.abs(maxY)));
        return Math.ulp((float) farthest);
    }

    private static double[] numbers(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw invalid(
                    "debe tener 4 números (o 6, con alturas); tiene " + parts.length + ".",
                    "must have 4 numbers (or 6, with heights); it has " + parts.length + ".");
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            double number = NUMBER.matcher(part).matches() ? Double.parseDouble(part) : Double.NaN;
            if (!Double.isFinite(number) || Math.abs(number) > FARTHEST) {
                String shown = part.length() > 20 ? part.substring(0, 20) + "…" : part;
                throw invalid(
                        "tiene «" + shown + "», que no es una coordenada.", "has '" + shown + "', no coordinate.");
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static Bbox of(MapCrs crs, double minX, double minY, double maxX, double maxY) {
        if (minY > maxY) {
            throw invalid(
                    "tiene el mínimo (" + minY + ") sobre el máximo (" + maxY + ") de norte a sur.",
                    "has its minimum (" + minY + ") above its maximum (" + maxY + ") from south to north.");
        }
        if (crs.degrees()) {
            requireOnEarth(crs, minX, minY, maxX, maxY);
            return new Bbox(crs, minX, minY, maxX, maxY, minX > maxX).grown();
        }
        if (minX > maxX) {
            throw invalid(
                    "tiene el mínimo (" + minX + ") sobre el máximo (" + maxX + ") de oeste a este.",
                    "has its minimum (" + minX + ") above its maximum (" + maxX + ") from west to east.");
        }
        return new Bbox(crs, minX, minY, maxX, maxY, false).grown();
    }

    /** Coordinates are written to 0.1 mm: the box around what was written holds what was meant. */
    private Bbox grown() {
        double step = Math.pow(10, -crs.decimals());
        double mostX = crs.degrees() ? HALF_TURN : Double.MAX_VALUE;
        double mostY = crs.degrees() ? QUARTER_TURN : Double.MAX_VALUE;
        return new Bbox(
                crs,
                Math.max(minX - step, -mostX),
                Math.max(minY - step, -mostY),
                Math.min(maxX + step, mostX),
                Math.min(maxY + step, mostY),
                crosses);
    }

    private static void requireOnEarth(MapCrs crs, double minX, double minY, double maxX, double maxY) {
        boolean latitudes = Math.abs(minY) <= QUARTER_TURN && Math.abs(maxY) <= QUARTER_TURN;
        boolean longitudes = Math.abs(minX) <= HALF_TURN && Math.abs(maxX) <= HALF_TURN;
        if (!latitudes || !longitudes) {
            String order = crs.northFirst() ? "latitud, longitud" : "longitud, latitud";
            String ordered = crs.northFirst() ? "latitude, longitude" : "longitude, latitude";
            throw invalid(
                    "no está en la Tierra: el orden de este sistema es " + order
                            + ", en grados. ¿Están intercambiadas?",
                    "is not on Earth: the order of this CRS is " + ordered + ", in degrees. Are they swapped?");
        }
    }

    private static Problem invalid(String spanish, String english) {
        return Query.invalid("bbox", "«bbox» " + spanish, "'bbox' " + english)
                .hint(
                        "Escriba minx,miny,maxx,maxy, por ejemplo bbox=-76.36,3.40,-76.34,3.42.",
                        "Write minx,miny,maxx,maxy, for example bbox=-76.36,3.40,-76.34,3.42.");
    }
}
