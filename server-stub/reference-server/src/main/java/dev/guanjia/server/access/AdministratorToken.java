package dev.guanjia.server.access;

import dev.guanjia.server.settings.Settings;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The token of the administrator: the one that was given, or one made for this run, which opens
 * nothing but this machine.
 */
public final class AdministratorToken {

    private final byte[] digest;
    private final Optional<String> development;

    private AdministratorToken(String token, boolean development) {
        this.digest = Secrets.digest(token);
        this.development = development ? Optional.of(token) : Optional.empty();
    }

    /**
     * Takes the token that was given, or makes one.
     *
     * @param settings the operator's choice
     * @return the token
     */
    public static AdministratorToken of(Settings settings) {
        return settings.token()
                .map(given -> new AdministratorToken(given, false))
                .orElseGet(AdministratorToken::made);
    }

    private static AdministratorToken made() {
        return new AdministratorToken(StaffToken.random("development").text(), true);
    }

    /**
     * The token made for this run.
     *
     * @return empty if one was given
     */
    public Optional<String> development() {
        return development;
    }

    /** Whether this is the token; one made for this run, only if both ends are on this machine. */
    boolean opens(String presented, boolean onThisMachine) {
        boolean same = MessageDigest.isEqual(digest, Secrets.digest(presented));
        return same && (development.isEmpty() || onThisMachine);
    }
}
