package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import co.lindero.cql.grammar.Cql2Lexer;
import co.lindero.cql.grammar.Cql2Parser;
import co.lindero.law.Bilingual;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Reads CQL2 text. What it accepts of the standard: Basic CQL2, advanced comparison, CASEI and ACCENTI, arithmetic,
 * property-property, basic spatial and spatial functions, temporal functions; no arrays and no functions of one's own.
 * Three things go beyond the grammar of the standard: a boolean name may stand alone as a condition, NOT may be
 * repeated, and a text that is a date or moment may be compared with one without DATE or TIMESTAMP around it.
 *
 * <p>Parsing takes time linear in the length, and both are bounded, as is what a text can make evaluation or the
 * database do.
 */
public final class CqlText {
    /** Longest text, in UTF-16 units. A polygon of a thousand corners fits; what is longer is no condition. */
    public static final int MAX_LENGTH = 32_768;

    /** Deepest nesting of parentheses. */
    public static final int MAX_DEPTH = 64;

    private CqlText() {}

    /**
     * Returns the condition that a text states over the names given.
     *
     * @throws CqlException at the first fault
     */
    public static CqlExpression parse(String text, CqlNames names) {
        requireReadable(text);
        CharStream characters = CharStreams.fromString(text);
        CommonTokenStream tokens = tokens(characters);
        Cql2Parser parser = new Cql2Parser(tokens);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxFault());
        Cql2Parser.FilterContext filter = parser.filter();
        PartReader reader = new PartReader(names, characters);
        return new CqlExpression(text, reader.condition(filter.expression()), reader.usedNames());
    }

    private static CommonTokenStream tokens(CharStream characters) {
        Cql2Lexer lexer = new Cql2Lexer(characters);
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        int depth = 0;
        for (Token token : tokens.getTokens()) {
            if ("(".equals(token.getText())) {
                depth++;
            } else if (")".equals(token.getText())) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                throw SyntaxFault.at(
                        token,
                        Kind.TOO_COMPLEX,
                        "Hay más de " + MAX_DEPTH + " paréntesis unos dentro de otros.",
                        "More than " + MAX_DEPTH + " parentheses stand inside each other.");
            }
        }
        return tokens;
    }

    /** Length, control characters and broken pairs of UTF-16, before anything else looks at the text. */
    private static void requireReadable(String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (i >= MAX_LENGTH) {
                throw new CqlException(
                        Kind.TOO_LONG,
                        line,
                        column,
                        new Bilingual(
                                "El texto tiene " + text.length() + " caracteres; se admiten " + MAX_LENGTH + ".",
                                "The text has " + text.length() + " characters; " + MAX_LENGTH + " are accepted."));
            }
            if (!isReadable(character)) {
                String code = String.format("U+%04X", character);
                throw new CqlException(
                        Kind.SYNTAX,
                        line,
                        column,
                        new Bilingual(
                                "El carácter " + code + " no puede estar en una condición.",
                                "The character " + code + " cannot stand in a condition."));
            }
            column = character == '\n' ? 1 : column + 1;
            line = character == '\n' ? line + 1 : line;
        }
    }

    private static boolean isReadable(int character) {
        boolean space = character == '\t' || character == '\n' || character == '\r';
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return space || (character >= ' ' && !surrogate);
    }
}
