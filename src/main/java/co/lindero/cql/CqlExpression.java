package co.lindero.cql;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A condition that was parsed and type-checked. Immutable. */
public final class CqlExpression {
    private final String text;
    private final Condition root;
    private final Set<String> names;

    CqlExpression(String text, Condition root, Set<String> names) {
        this.text = text;
        this.root = root;
        this.names = Collections.unmodifiableSet(new TreeSet<>(names));
    }

    /** Returns the text it was parsed from. */
    public String text() {
        return text;
    }

    /** Returns the names it uses, in order of the alphabet. */
    public Set<String> names() {
        return names;
    }

    Condition root() {
        return root;
    }

    @Override
    public String toString() {
        return text;
    }
}
