package co.lindero.platform.problem;

/** The languages that people read; Spanish unless English is asked for. */
public enum Language {
    ES,
    EN;

    /** Picks one of two texts. */
    public String pick(String spanish, String english) {
        return this == EN ? english : spanish;
    }
}
