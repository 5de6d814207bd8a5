package dev.guanjia.server.access;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Permission;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the domain, before every command, whether the caller may give it. */
@Component
public class Permissions {

    /** Stands in a refusal for a caller who holds no post. */
    private static final PostKey NO_POST = new PostKey("NO_POST");

    private final dev.guanjia.organisation.Permissions rows;
    private final BornePosts borne;
    private final Conflicts conflicts;
    private final Clock clock;
    private final String version;

    Permissions(
            dev.guanjia.organisation.Permissions rows,
            BornePosts borne,
            Conflicts conflicts,
            Clock clock) {
        this.rows = rows;
        this.borne = borne;
        this.conflicts = conflicts;
        this.clock = clock;
        this.version = "rows-" + Secrets.hash(rows.all().toString()).substring(0, 12);
    }

    /**
     * Lets the caller pass or not.
     *
     * @param caller who
     * @param command the operation in kebab-case
     * @param subject what it is aimed at: an id, or the name of what is to be made
     * @throws Refused 403, which leaves one audit row
     */
    public void require(Caller caller, String command, String subject) {
        List<Decision<Permission>> answers = answers(caller, command);
        if (answers.stream().noneMatch(Permissions::isAccepted)
                && !isPermittedToBorne(caller, command)) {
            Refused.unlessAuthorised(answers.get(0), new Breach(command, subject));
        }
        List<Refusal> excluded = excluded(caller);
        if (!excluded.isEmpty()) {
            throw Refused.lackOfAuthority(excluded, new Breach(command, subject));
        }
    }

    /** Who combines what is kept apart, and without a live override, acts in neither post. */
    private List<Refusal> excluded(Caller caller) {
        LocalDate today = LocalDate.now(clock);
        return caller.actingPost()
                .map(post -> conflicts.of(caller.tenant(), caller.staffId(), post, today))
                .orElse(List.of());
    }

    /** A post that a company set up itself has the rights of the post that it bears. */
    private boolean isPermittedToBorne(Caller caller, String command) {
        return caller.effectivePosts().stream()
                .flatMap(post -> borne.of(caller.tenant(), post).stream())
                .anyMatch(post -> isAccepted(rows.permit(command, new PostKey(post))));
    }

    /** One answer for each right in which the caller may come: as administrator, in a post. */
    private List<Decision<Permission>> answers(Caller caller, String command) {
        List<Decision<Permission>> answers = new ArrayList<>();
        if (caller.administrator()) {
            answers.add(rows.permitAdministrator(command));
        }
        for (String post : caller.effectivePosts()) {
            answers.add(rows.permit(command, new PostKey(post)));
        }
        if (answers.isEmpty()) {
            answers.add(rows.permit(command, NO_POST));
        }
        return answers;
    }

    private static boolean isAccepted(Decision<Permission> answer) {
        return answer.fold(accepted -> true, refused -> false);
    }

    /**
     * Which rows decided.
     *
     * @return the version that audit rows carry; another one as soon as a row is another
     */
    public String version() {
        return version;
    }
}
