package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import co.lindero.cql.grammar.Cql2Parser;
import co.lindero.law.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Turns the first thing that the parser cannot place into a refusal that names it and what could stand there. */
final class SyntaxFault extends BaseErrorListener {
    private static final int LONGEST_QUOTE = 40;
    private static final int MOST_EXPECTED = 8;

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object symbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException failure) {
        Token token = (Token) symbol;
        Optional<String> expected = expected((Parser) recognizer);
        throw at(
                token,
                Kind.SYNTAX,
                spanish(token)
                        + expected.map(list -> " Aquí puede ir: " + list + ".").orElse(""),
                english(token)
                        + expected.map(list -> " Here may stand: " + list + ".").orElse(""));
    }

    static CqlException at(Token token, Kind kind, String spanish, String english) {
        return new CqlException(
                kind, token.getLine(), token.getCharPositionInLine() + 1, new Bilingual(spanish, english));
    }

    /** Returns a piece of the text in quotation marks, cut where it is long. */
    static String quoted(String text) {
        int[] points = text.codePoints().limit(LONGEST_QUOTE + 1L).toArray();
        return points.length <= LONGEST_QUOTE ? "«" + text + "»" : "«" + new String(points, 0, LONGEST_QUOTE) + "…»";
    }

    private static String spanish(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "La condición termina antes de estar completa.";
            case Cql2Parser.UNTERMINATED_TEXT ->
                "El texto que empieza aquí no termina: falta la comilla de cierre (').";
            default -> quoted(token.getText()) + " no puede ir aquí.";
        };
    }

    private static String english(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "The condition ends before it is complete.";
            case Cql2Parser.UNTERMINATED_TEXT ->
                "The text that begins here does not end: its closing quote (') is" + " missing.";
            default -> quoted(token.getText()) + " cannot stand here.";
        };
    }

    private static Optional<String> expected(Parser parser) {
        IntervalSet set = parser.getExpectedTokens();
        List<String> names = new ArrayList<>();
        for (int type : set.toList()) {
            if (type != Token.EOF) {
                names.add(parser.getVocabulary().getDisplayName(type).replace("'", ""));
            }
        }
        return names.isEmpty() || names.size() > MOST_EXPECTED
                ? Optional.empty()
                : Optional.of(String.join("  ", names));
    }
}
