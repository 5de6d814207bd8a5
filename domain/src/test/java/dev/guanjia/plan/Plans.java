package dev.guanjia.plan;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyTimes;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Answers;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.plan.PlanEvent.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A company in Shanghai in which every post is held, its plans, and ways to act on them. */
public final class Plans {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final PostKey MANAGER = new PostKey("PROPERTY_MANAGER");
    public static final PostKey SUPERVISOR = new PostKey("CS_SUPERVISOR");
    public static final PostKey ASSISTANT = new PostKey("CS_ASSISTANT");
    public static final PostKey WORKER = new PostKey("MAINTENANCE_WORKER");
    static final DepartmentKey SERVICE = new DepartmentKey("DEPT_CS");
    static final DepartmentKey COMPANY = new DepartmentKey("COMPANY");
    static final PlanTerms TERMS = new PlanTerms(staffing(), NodeDatePolicy.anyDay());

    private Plans() {}

    /** Every post but the vacant ones is held by one person, named after it. */
    public static Staffing staffing(PostKey... vacant) {
        PostCatalogue posts = PostCatalogue.load();
        List<Assignment> rows =
                posts.all().stream()
                        .map(post -> post.key())
                        .filter(post -> !Arrays.asList(vacant).contains(post))
                        .map(post -> holds(staff(post), post))
                        .toList();
        return with(rows);
    }

    static Staffing with(List<Assignment> rows) {
        Assignments assignments = new Assignments(rows);
        return new Staffing(
                new Responsibility(PostCatalogue.load(), MANAGER, assignments), SHANGHAI);
    }

    /** The duty calendar of the company, every post held. */
    public static DutyCalendar calendar() {
        OrganisationModel model = OrganisationModels.load().find("SINGLE_COMMUNITY").orElseThrow();
        HolderResolution resolution = new HolderResolution(model.chart(), model);
        return new DutyCalendar(
                DutyCatalogue.load().heldBy(resolution),
                staffing().responsibility(),
                DutyTimes.plain(SHANGHAI));
    }

    static Assignment holds(StaffId staff, PostKey post) {
        return Assignment.openEnded(staff, post, LocalDate.of(2026, 1, 1));
    }

    public static StaffId staff(PostKey post) {
        return new StaffId("sf_" + post);
    }

    public static Actor actor(PostKey post) {
        return new Actor(staff(post), post, "v1");
    }

    public static Instant noon(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
    }

    static Act act(PostKey post, String day) {
        return new Act(actor(post), noon(day), "as discussed");
    }

    static PlanHead annual() {
        return new PlanHead(
                new PlanId("pl_2026"),
                PlanKind.DEPARTMENT,
                "客服部2026年工作计划",
                SERVICE,
                PlanPeriod.parse("2026"),
                Optional.empty(),
                new PlanPosts(SUPERVISOR, MANAGER, Optional.empty()));
    }

    static PlanHead monthly() {
        return new PlanHead(
                new PlanId("pl_2026_03"),
                PlanKind.DEPARTMENT,
                "客服部2026年3月工作计划",
                SERVICE,
                PlanPeriod.parse("2026-03"),
                Optional.of(new PlanId("pl_2026")),
                new PlanPosts(SUPERVISOR, MANAGER, Optional.empty()));
    }

    static PlanHead company() {
        return new PlanHead(
                new PlanId("pl_company"),
                PlanKind.COMPANY,
                "公司2026年工作计划",
                COMPANY,
                PlanPeriod.parse("2026"),
                Optional.empty(),
                new PlanPosts(ASSISTANT, SUPERVISOR, Optional.of(MANAGER)));
    }

    static PlanItem item(String id, String node) {
        return new PlanItem(
                new PlanItemId(id),
                "完成业主满意度调查",
                ASSISTANT,
                LocalDate.parse(node),
                List.of("R-SURVEY"),
                Optional.empty(),
                Optional.empty());
    }

    static PlanItem item(String id, String node, PlanTarget target) {
        PlanItem plain = item(id, node);
        return new PlanItem(
                plain.id(),
                plain.text(),
                plain.owner(),
                plain.node(),
                plain.evidence(),
                Optional.of(target),
                Optional.empty());
    }

    static PlanItem under(PlanItem item, String above) {
        return new PlanItem(
                item.id(),
                item.text(),
                item.owner(),
                item.node(),
                item.evidence(),
                item.target(),
                Optional.of(new PlanItemId(above)));
    }

    static Money fen(long fen) {
        return Money.fen(fen);
    }

    static PlanPart part(String period, long fen) {
        return new PlanPart(SERVICE, PlanPeriod.parse(period), fen(fen));
    }

    static WorkPlan drafted(PlanHead head, PlanItem... items) {
        return yes(WorkPlan.draft(head, List.of(items), TERMS));
    }

    /** A department's plan, reviewed by the manager before its period. */
    static WorkPlan inForce(PlanHead head, PlanItem... items) {
        WorkPlan handedIn =
                yes(
                        drafted(head, items)
                                .submit(Optional.empty(), act(SUPERVISOR, "2026-01-04"), TERMS));
        return yes(handedIn.review(act(MANAGER, "2026-01-05"), TERMS));
    }

    public static <T> T yes(Decision<T> decision) {
        return Answers.accepted(decision);
    }

    /** The keys of the reasons, in order; none when accepted. */
    public static List<String> no(Decision<?> decision) {
        return Answers.codes(decision);
    }

    public static List<Refusal> reasons(Decision<?> decision) {
        return decision.fold(value -> List.of(), reasons -> reasons);
    }
}
