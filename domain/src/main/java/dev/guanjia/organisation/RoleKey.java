package dev.guanjia.organisation;

import java.util.regex.Pattern;

/**
 * The key of a role that a template gives to a post, because the sources name the role only.
 *
 * @param value capitals, digits and underscores, at most 40, e.g. {@code COMPANY_LEADER}
 */
public record RoleKey(String value) implements Comparable<RoleKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** 公司领导: signs what no other post may sign. Source: requirements 01, COMPANY_LEADER. */
    public static final RoleKey COMPANY_LEADER = new RoleKey("COMPANY_LEADER");

    /** Rejects any other shape. */
    public RoleKey {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("role key must look like COMPANY_LEADER: " + value);
        }
    }

    /** Orders by the letters of the key. */
    @Override
    public int compareTo(RoleKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
