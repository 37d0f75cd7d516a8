package co.lindero.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure that a caller should see: a type of the catalogue, what is wrong this time and what to do next,
 * each in Spanish and English. Only the HTTP layer turns it into RFC 9457 JSON and only the command line into text.
 *
 * <p>Thrown for what a caller, a file or the environment did wrong; a broken assumption of our own code stays an
 * ordinary exception and becomes {@link ProblemType#INTERNAL}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detailEs;
    private final String detailEn;
    private @Nullable String hintEs;
    private @Nullable String hintEn;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<Fault> faults = new java.util.ArrayList<>();

    /**
     * One fault among several that were found at once.
     *
     * @param code stable code of the fault
     * @param detailEs what is wrong, in Spanish
     * @param detailEn what is wrong, in English
     * @param where the parameter, field or place it was found at
     */
    public record Fault(String code, String detailEs, String detailEn, String where) {}

    private Problem(ProblemType type, String detailEs, String detailEn, @Nullable Throwable cause) {
        super(type.code() + ": " + detailEn, cause);
        this.type = Objects.requireNonNull(type);
        this.detailEs = Objects.requireNonNull(detailEs);
        this.detailEn = Objects.requireNonNull(detailEn);
    }

    /** Creates a problem with its occurrence described in both languages. */
    public static Problem of(ProblemType type, String detailEs, String detailEn) {
        return new Problem(type, detailEs, detailEn, null);
    }

    /** Creates a problem that keeps the exception that revealed it, for the log only. */
    public static Problem of(ProblemType type, String detailEs, String detailEn, Throwable cause) {
        return new Problem(type, detailEs, detailEn, cause);
    }

    /** Adds what to try next. */
    public Problem hint(String spanish, String english) {
        this.hintEs = spanish;
        this.hintEn = english;
        return this;
    }

    /** Adds a documented extension member; the value must be one that Jackson writes as JSON. */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds one of several faults. */
    public Problem fault(Fault fault) {
        faults.add(fault);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail(Language language) {
        return language.pick(detailEs, detailEn);
    }

    public @Nullable String hint(Language language) {
        return language == Language.EN ? hintEn : hintEs;
    }

    public Map<String, Object> members() {
        return members;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Returns the faults as documents have them: code, text, and a JSON pointer or the name of a parameter. */
    public List<Map<String, Object>> errors(Language language) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (Fault fault : faults) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", fault.code());
            error.put("detail", language.pick(fault.detailEs(), fault.detailEn()));
            // an empty pointer is the document itself
            boolean pointer = fault.where().isEmpty() || fault.where().startsWith("/");
            error.put(pointer ? "pointer" : "parameter", fault.where());
            errors.add(error);
        }
        return errors;
    }
}
