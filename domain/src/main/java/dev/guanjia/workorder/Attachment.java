package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that belongs to an order, by reference: the bytes lie in a store of the shell.
 *
 * @param name what the sender calls it, not blank, without control characters or separators
 * @param mediaType e.g. {@code image/jpeg}
 * @param stored where the bytes lie and how to know them
 */
public record Attachment(String name, String mediaType, Stored stored) {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}/\\\\]{1,200}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    // neither % nor \ nor : nor NUL can stand in a part, and none begins with a point
    private static final Pattern PATH =
            Pattern.compile(
                    "[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*(/[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)*");
    private static final int LONGEST_PATH = 500;

    /** Bytes in a store; nothing of another shape can exist. */
    public Attachment {
        List<Refusal> reasons = reasons(name, mediaType, stored);
        if (!reasons.isEmpty()) {
            throw new IllegalArgumentException(reasons.toString());
        }
    }

    /**
     * Where the bytes lie.
     *
     * @param size in bytes, zero or more
     * @param sha256 their digest, 64 hexadecimal digits in lower case
     * @param path from the root of the store down, parts of letters, digits, {@code _ . -}
     *     separated by {@code /}; no part begins with a point or a hyphen
     */
    public record Stored(long size, String sha256, String path) {}

    /**
     * Takes a file on.
     *
     * @param name what the sender calls it
     * @param mediaType e.g. {@code image/jpeg}
     * @param stored where the bytes lie
     * @return the attachment, or refused with {@code ATTACHMENT_FIELD_INVALID} for each field of
     *     another shape and {@code ATTACHMENT_PATH_INVALID} for a path that could leave the store
     */
    public static Decision<Attachment> of(String name, String mediaType, Stored stored) {
        List<Refusal> reasons = reasons(name, mediaType, stored);
        return reasons.isEmpty()
                ? Decision.accept(new Attachment(name, mediaType, stored))
                : Decision.refuse(reasons);
    }

    /**
     * Whether a text can say where something lies in the store.
     *
     * @param path as of {@link Stored}
     * @return false for whatever could lead out of the store
     */
    public static boolean isPath(String path) {
        return path.length() <= LONGEST_PATH && PATH.matcher(path).matches();
    }

    private static List<Refusal> reasons(String name, String mediaType, Stored stored) {
        List<Refusal> reasons = new ArrayList<>();
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            reasons.add(field("name", name));
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            reasons.add(field("media_type", mediaType));
        }
        if (stored.size() < 0) {
            reasons.add(field("size", String.valueOf(stored.size())));
        }
        if (!SHA_256.matcher(stored.sha256()).matches()) {
            reasons.add(field("sha256", stored.sha256()));
        }
        String path = stored.path();
        if (!isPath(path)) {
            reasons.add(
                    WorkOrderRefusal.ATTACHMENT_PATH_INVALID.because(
                            "field", "path", "value", path));
        }
        return reasons;
    }

    private static Refusal field(String field, String value) {
        return WorkOrderRefusal.ATTACHMENT_FIELD_INVALID.because("field", field, "value", value);
    }
}
