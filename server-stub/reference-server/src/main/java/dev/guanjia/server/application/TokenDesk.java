package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.access.StaffToken;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.StaffTokenStore;
import dev.guanjia.server.store.StaffTokenStore.TokenRow;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What opens the door for a person. */
@Service
public class TokenDesk {

    private final Permissions permissions;
    private final StaffDesk staff;
    private final StaffTokenStore tokens;
    private final Audit audit;
    private final Clock clock;

    TokenDesk(
            Permissions permissions,
            StaffDesk staff,
            StaffTokenStore tokens,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A token just made.
     *
     * @param row what is kept of it
     * @param token the token itself, which is not
     */
    public record NewToken(TokenRow row, StaffToken token) {}

    /**
     * Makes a token for a person.
     *
     * @param caller who asks
     * @param staffId the person
     * @param label what it is for
     * @return the token
     */
    public NewToken create(Caller caller, String staffId, String label) {
        permissions.require(caller, "create-staff-token", staffId);
        staff.get(caller, staffId);
        StaffToken token = StaffToken.random(caller.tenant());
        TokenRow row = new TokenRow(Ids.next("tk"), staffId, label, token.hash());
        tokens.add(caller.tenant(), row, clock.instant());
        audit.accepted(caller, "create-staff-token", row.id(), Map.of("staff_id", staffId));
        return new NewToken(row, token);
    }

    /**
     * Closes the door again.
     *
     * @param caller who asks
     * @param staffId the person
     * @param tokenId the token, by its id
     */
    public void revoke(Caller caller, String staffId, String tokenId) {
        permissions.require(caller, "revoke-staff-token", tokenId);
        if (!tokens.revoke(caller.tenant(), staffId, tokenId, clock.instant())) {
            throw Fault.notFound(tokenId);
        }
        audit.accepted(caller, "revoke-staff-token", tokenId, Map.of("staff_id", staffId));
    }
}
