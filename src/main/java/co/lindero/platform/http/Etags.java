package co.lindero.platform.http;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * Strong validators, made from what decides an answer and not from its bytes, so that an answer that is still good costs
 * no work.
 */
public final class Etags {
    private Etags() {}

    /**
     * Returns the validator of an answer to this request. Path, language, base of the links and compression of the
     * request are counted in; the parts say the rest.
     *
     * @param parts publication, {@link Query#canonical()}, legal day resolved, format, version of the answer's shape
     */
    public static String of(Context ctx, Object... parts) {
        MessageDigest digest = sha256();
        add(digest, ctx.path());
        add(digest, AcceptLanguage.of(ctx));
        add(digest, Links.of(ctx).base());
        add(digest, takesGzip(ctx));
        for (Object part : parts) {
            add(digest, part);
        }
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()) + '"';
    }

    /** Returns the validator of an answer that is at hand already: of its bytes, so that it changes exactly when they do. */
    public static String ofContent(Context ctx, ByteBuffer content) {
        MessageDigest digest = sha256();
        add(digest, takesGzip(ctx));
        digest.update(content.duplicate());
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()) + '"';
    }

    /** Returns the validator of an answer whose bytes have a digest, likewise. */
    public static String ofDigest(Context ctx, String digest) {
        return '"' + digest + (takesGzip(ctx) ? "-gzip\"" : "\"");
    }

    /** Returns a text that changes exactly when bytes do, for {@link #ofDigest}. */
    public static String digest(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(content));
    }

    /**
     * Sets {@code ETag} and {@code Cache-Control} and, if the caller already has the answer, ends the request with 304.
     *
     * @return whether the caller has it; the route then returns at once
     */
    public static boolean notModified(Context ctx, String etag, CachePolicy policy) {
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", policy.header());
        String given = ctx.header("If-None-Match");
        if (given == null || !matches(given, etag)) {
            return false;
        }
        ctx.status(304);
        return true;
    }

    static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesGzip(Context ctx) {
        String accepted = ctx.header("Accept-Encoding");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static void add(MessageDigest digest, Object part) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
