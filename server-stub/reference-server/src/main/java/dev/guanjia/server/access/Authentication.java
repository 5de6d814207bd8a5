package dev.guanjia.server.access;

import dev.guanjia.decision.Refusal;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.ProblemCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** Makes a caller of a token and a post. */
@Component
public class Authentication {

    private static final String SCHEME = "bearer ";
    private static final int LONGEST_POST = 64;

    private final AdministratorToken administrator;
    private final TokenHolders holders;
    private final HeldPosts heldPosts;
    private final Clock clock;

    Authentication(
            AdministratorToken administrator,
            TokenHolders holders,
            HeldPosts heldPosts,
            Clock clock) {
        this.administrator = administrator;
        this.holders = holders;
        this.heldPosts = heldPosts;
        this.clock = clock;
    }

    /**
     * What a request says of its sender.
     *
     * @param authorization the header of that name
     * @param actingPost the header of that name
     * @param onThisMachine whether both ends of the connection have a loopback address
     * @param command whether something is to be changed
     */
    public record Claim(
            Optional<String> authorization,
            Optional<String> actingPost,
            boolean onThisMachine,
            boolean command) {}

    /**
     * Finds out who it is.
     *
     * @param claim what the request says
     * @return the caller, in no post yet
     * @throws Fault 401 without a valid token
     */
    public Caller identify(Claim claim) {
        String token = token(claim).orElseThrow(() -> new Fault(ProblemCode.UNAUTHENTICATED));
        if (administrator.opens(token, claim.onThisMachine())) {
            return Caller.ofAdministrator();
        }
        return StaffToken.parse(token)
                .flatMap(this::holder)
                .orElseThrow(() -> new Fault(ProblemCode.UNAUTHENTICATED));
    }

    /**
     * Puts the caller into the post that was named, or into the only one held.
     *
     * @param caller who it is
     * @param claim what the request says
     * @return the caller in that post
     * @throws Refused 403 for a post that is not held
     * @throws Fault 400 if several posts are held and a command names none
     */
    public Caller inPost(Caller caller, Claim claim) {
        Optional<String> named = claim.actingPost();
        if (named.isPresent() && !caller.posts().contains(named.get())) {
            throw notHeld(caller, named.get());
        }
        if (named.isEmpty() && caller.posts().size() > 1 && claim.command()) {
            throw new Fault(
                    ProblemCode.ACTING_POST_MISSING,
                    Map.of("posts", String.join(", ", caller.posts())));
        }
        return new Caller(
                caller.tenant(),
                caller.staffId(),
                caller.administrator(),
                caller.posts(),
                named.or(() -> onlyOne(caller.posts())));
    }

    private static Refused notHeld(Caller caller, String post) {
        String shown = post.substring(0, Math.min(post.length(), LONGEST_POST));
        Refusal reason =
                new Refusal(
                        AccessRefusal.ACTING_POST_NOT_HELD,
                        Map.of("post", shown, "posts", String.join(", ", caller.posts())));
        return Refused.lackOfAuthority(List.of(reason), new Breach("act-in-post", shown));
    }

    private static Optional<String> token(Claim claim) {
        return claim.authorization()
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private Optional<Caller> holder(StaffToken token) {
        return holders.of(token.tenant(), token.hash())
                .map(staffId -> member(token.tenant(), staffId));
    }

    private Caller member(String tenant, String staffId) {
        SortedSet<String> posts = heldPosts.on(tenant, staffId, LocalDate.now(clock));
        return new Caller(tenant, staffId, false, posts, Optional.empty());
    }

    private static Optional<String> onlyOne(SortedSet<String> posts) {
        return posts.size() == 1 ? Optional.of(posts.first()) : Optional.empty();
    }
}
