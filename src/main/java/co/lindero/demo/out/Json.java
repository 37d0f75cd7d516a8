package co.lindero.demo.out;

/** The little of JSON that the files need. */
final class Json {
    private Json() {}

    static void quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ') {
                out.append(' ');
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
