package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Authority;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every billing command needs: may the caller, who acts by which rules, and the trail. */
@Component
class Clerk {

    private final Permissions permissions;
    private final CompanyRules company;
    private final Audit audit;
    private final Clock clock;

    Clerk(Permissions permissions, CompanyRules company, Audit audit, Clock clock) {
        this.permissions = permissions;
        this.company = company;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets a caller pass who may give the command, or answers 403. */
    void admit(Caller caller, String command, String subject) {
        permissions.require(caller, command, subject);
    }

    /** The caller as the domain knows who acts. */
    Actor actor(Caller caller) {
        return company.actor(caller);
    }

    /** Who may sign what in the caller's company. */
    Authority authority(Caller caller) {
        return company.authority(caller.tenant());
    }

    /** Leaves the row that says a command was carried out. */
    void done(Caller caller, String command, String subject, Map<String, String> facts) {
        audit.accepted(caller, command, subject, facts);
    }

    /** The time that rows are recorded at. */
    Instant now() {
        return clock.instant();
    }
}
