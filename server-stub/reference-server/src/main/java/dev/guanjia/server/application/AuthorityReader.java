package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.Answer;
import dev.guanjia.organisation.authority.ApprovalCase;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.ApprovalRequest;
import dev.guanjia.organisation.authority.ApprovalStep;
import dev.guanjia.organisation.authority.Approvals;
import dev.guanjia.organisation.authority.DecisionKind;
import dev.guanjia.organisation.authority.OpenStep;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.HeldPosts;
import dev.guanjia.server.application.Seats.Asked;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What may be decided, in which steps, and by whom. */
@Service
public class AuthorityReader {

    /**
     * Stands for the papers of a request that nobody has made: they are not what is asked about.
     */
    private static final List<String> PAPERS = List.of("papers");

    private final ApprovalRules rules;
    private final CompanyRules company;
    private final ApprovalChains chains;
    private final StaffDesk staff;
    private final HeldPosts held;
    private final Clock clock;

    AuthorityReader(
            ApprovalRules rules,
            CompanyRules company,
            ApprovalChains chains,
            StaffDesk staff,
            HeldPosts held,
            Clock clock) {
        this.rules = rules;
        this.company = company;
        this.chains = chains;
        this.staff = staff;
        this.held = held;
        this.clock = clock;
    }

    /**
     * A question, and what the rules say to it.
     *
     * @param actor who would decide, in which post
     * @param answer what becomes of it
     * @param further the steps that stay open, with the people who could take them
     */
    public record Asking(Actor actor, Answer answer, List<OpenStep> further) {}

    /**
     * What would be decided, as it was given.
     *
     * @param kind the kind of decision
     * @param amount how much; null where the kind knows no amount
     * @param currency of what
     * @param requester who would ask; null for the caller
     * @param post in which post; null for the only one held
     */
    public record Question(
            String kind,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String requester,
            @Nullable String post) {}

    /**
     * Lists the kinds of decision by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<DecisionKind> kinds(PageRequest request) {
        return Page.slice(chains.kinds().all(), request, kind -> kind.key().value());
    }

    /**
     * Lists the steps of all chains, or of one, by kind, order and first day.
     *
     * @param kind only of this kind; null for all
     * @param request which page
     * @return the page
     */
    public Page<ApprovalStep> chains(@Nullable String kind, PageRequest request) {
        List<ApprovalStep> steps =
                chains.all().stream()
                        .filter(step -> kind == null || step.kind().value().equals(kind))
                        .toList();
        return Page.slice(steps, request, AuthorityReader::key);
    }

    private static String key(ApprovalStep step) {
        String order = "%09d".formatted(step.order());
        return PageRequest.join(step.kind().value(), order, step.from().toString(), step.id());
    }

    /**
     * Says whether the caller could decide something, and who could.
     *
     * @param caller who asks
     * @param question what would be decided
     * @return the answer; nothing is done
     */
    public Asking ask(Caller caller, Question question) {
        LocalDate today = LocalDate.now(clock);
        Given given = new Given();
        Optional<AuthorityKind> kind = given.kind("kind", question.kind(), chains.kinds());
        Optional<Money> amount = amount(given, question);
        given.end();
        Approvals deciding = rules.of(caller.tenant());
        ApprovalRequest request =
                new ApprovalRequest(
                        "ap_asked",
                        kind.orElseThrow(),
                        amount,
                        requester(caller, question, today),
                        today,
                        PAPERS,
                        List.of());
        ApprovalCase opened = Refused.unlessAccepted(deciding.request(request));
        return asking(Seats.of(caller, caller.effectivePosts(), deciding, today), opened);
    }

    /** Asks for the caller, and says who could take the steps that stay open. */
    static Asking asking(Seats seats, ApprovalCase standing) {
        Asked asked = seats.ask(standing);
        Optional<ApprovalStep> taken = asked.answer().grounds().map(grounds -> grounds.step());
        List<OpenStep> further =
                seats.rules().open(standing, seats.day()).stream()
                        .filter(open -> taken.filter(open.step()::equals).isEmpty())
                        .toList();
        return new Asking(asked.actor(), asked.answer(), further);
    }

    private static Optional<Money> amount(Given given, Question question) {
        if (question.amount() == null) {
            return Optional.empty();
        }
        String code = question.currency() == null ? "CNY" : question.currency();
        Optional<Currency> currency = given.currency("currency", code);
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        try {
            Money money = Money.parse(question.amount(), currency.get());
            return money.isPositive()
                    ? Optional.of(money)
                    : given.wrong("amount", FieldCode.OUT_OF_RANGE, "expected", "more than 0");
        } catch (NumberFormatException other) {
            String example = Money.zero(currency.get()).amountText();
            return given.wrong("amount", FieldCode.WRONG_FORMAT, "expected", example);
        }
    }

    private Actor requester(Caller caller, Question question, LocalDate today) {
        boolean self = question.requester() == null;
        String id = self ? caller.staffId() : staff.get(caller, question.requester()).id();
        String post = question.post();
        if (post == null && self) {
            post = caller.actingPost().orElse(null);
        }
        if (post == null) {
            post = onlyOne(held.on(caller.tenant(), id, today));
        }
        String version = company.authorityVersion(caller.tenant());
        return new Actor(new StaffId(id), new PostKey(post), version);
    }

    private static String onlyOne(SortedSet<String> posts) {
        if (posts.size() > 1) {
            throw Fault.invalid("requester_post", FieldCode.MISSING, Map.of());
        }
        return posts.isEmpty() ? Seats.NO_POST.value() : posts.first();
    }
}
