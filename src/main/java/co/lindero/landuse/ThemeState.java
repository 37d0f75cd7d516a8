package co.lindero.landuse;

/** The three states of a theme on a parcel, never mixed: "no data" is never "no restriction". */
public enum ThemeState {
    CONCERNED("concerned"),
    NOT_CONCERNED("not_concerned"),
    NO_DATA("no_data");

    private final String code;

    ThemeState(String code) {
        this.code = code;
    }

    /** Returns the name in answers. */
    public String code() {
        return code;
    }
}
