package co.lindero.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One bracketed node of a coordinate system's WKT, enough to tell its kind, name and code.
 *
 * @param keyword in capitals
 * @param values its quoted texts and bare numbers in order
 * @param children its nested nodes
 * @param source the text it was read from
 */
record WktNode(String keyword, List<String> values, List<WktNode> children, String source) {
    private static final int DEEPEST = 40;

    static Optional<WktNode> parse(String wkt) {
        try {
            return Optional.of(new Reader(wkt.strip()).node(0));
        } catch (IllegalStateException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    String firstText() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The horizontal part of a compound system, the source of a bound one, otherwise this node. */
    WktNode horizontal() {
        return switch (keyword) {
            case "COMPOUNDCRS", "COMPD_CS" ->
                children.isEmpty() ? this : children.get(0).horizontal();
            case "BOUNDCRS" ->
                child("SOURCECRS")
                        .flatMap(node -> node.children().stream().findFirst())
                        .map(WktNode::horizontal)
                        .orElse(this);
            default -> this;
        };
    }

    Optional<String> authorityCode() {
        return child("ID")
                .or(() -> child("AUTHORITY"))
                .filter(node -> node.values().size() >= 2)
                .map(node -> node.values().get(0) + ":" + node.values().get(1));
    }

    private Optional<WktNode> child(String name) {
        return children.stream().filter(node -> node.keyword().equals(name)).findFirst();
    }

    /** A recursive reader; throws unchecked exceptions that {@link #parse} turns into an empty result. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        WktNode node(int depth) {
            if (depth > DEEPEST) {
                throw new IllegalStateException("nested too deeply");
            }
            int start = at;
            String keyword = word();
            List<String> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            expect('[');
            do {
                value(values, children, depth);
            } while (skip(','));
            expect(']');
            return new WktNode(keyword.toUpperCase(Locale.ROOT), values, children, text.substring(start, at));
        }

        private void value(List<String> values, List<WktNode> children, int depth) {
            blanks();
            if (text.charAt(at) == '"') {
                values.add(quoted());
                return;
            }
            int start = at;
            String word = word();
            if (at < text.length() && text.charAt(at) == '[') {
                at = start;
                children.add(node(depth + 1));
            } else {
                values.add(word);
            }
        }

        private String quoted() {
            StringBuilder result = new StringBuilder();
            at++;
            while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
                at += text.charAt(at) == '"' ? 1 : 0;
                result.append(text.charAt(at++));
            }
            at++;
            return result.toString();
        }

        private String word() {
            blanks();
            int start = at;
            while ("[],\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private boolean skip(char c) {
            blanks();
            boolean found = text.charAt(at) == c;
            at += found ? 1 : 0;
            return found;
        }

        private void expect(char c) {
            if (!skip(c)) {
                throw new IllegalStateException("expected " + c + " at " + at);
            }
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
