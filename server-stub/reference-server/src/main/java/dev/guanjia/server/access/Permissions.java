package dev.guanjia.server.access;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Permission;
import dev.guanjia.organisation.PostCatalogue;
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

    private final dev.guanjia.organisation.Permissions rows;
    private final CompanyPosts posts;
    private final Conflicts conflicts;
    private final Clock clock;
    private final String version;

    Permissions(
            dev.guanjia.organisation.Permissions rows,
            CompanyPosts posts,
            Conflicts conflicts,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
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
        if (!isPermittedByName(caller, command)) {
            requireInCompany(caller, new Breach(command, subject));
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

    /** What the row names needs no look at the company's tree. */
    private boolean isPermittedByName(Caller caller, String command) {
        Permission row = rows.row(command);
        return caller.administrator() && row.administrator()
                || caller.effectivePosts().stream().map(PostKey::new).anyMatch(row::permits);
    }

    private void requireInCompany(Caller caller, Breach attempt) {
        List<Decision<Permission>> answers = answers(caller, attempt.command());
        if (answers.stream().noneMatch(Permissions::isAccepted)) {
            Refused.unlessAuthorised(answers.get(0), attempt);
        }
    }

    /** One answer for each right in which the caller may come: as administrator, in a post. */
    private List<Decision<Permission>> answers(Caller caller, String command) {
        PostCatalogue company = posts.today(caller.tenant());
        List<Decision<Permission>> answers = new ArrayList<>();
        if (caller.administrator()) {
            answers.add(rows.permitAdministrator(command, company));
        }
        for (String post : caller.effectivePosts()) {
            answers.add(rows.permit(command, new PostKey(post), company));
        }
        if (answers.isEmpty()) {
            answers.add(rows.permitWithoutPost(command, company));
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
