package co.lindero.norm;

/** Whether a norm or use rule applies, as far as is known. */
public enum Applicability {
    /** It has no condition, or its condition holds. */
    APPLIES("applies"),
    /** Its condition does not hold. */
    DOES_NOT_APPLY("does_not_apply"),
    /** Its condition asks for what is not known here. */
    UNDECIDED("undecided");

    private final String code;

    Applicability(String code) {
        this.code = code;
    }

    /** Returns the name in answers. */
    public String code() {
        return code;
    }
}
