package dev.guanjia.organisation;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds who answers for a post. Source: requirements 06 A-85, resolved through the reporting graph;
 * 01 OCC-OPTIONAL-FINANCE-HEAD, OCC-STANDIN, OCC-DEPUTY-DIRECTOR.
 *
 * <p>Shape: the holder who is longest in the post, or who stands in for them; if it is vacant, the
 * deputy or the post that does its work concurrently; else the nearest superior that is answered
 * for; if there is none, the company leader's post, held or not. For a post that is not there on
 * the day, the superior that it had on its last day answers, or on its first if that is yet to
 * come, and so on upwards. Nothing is ever nobody's.
 */
public final class Responsibility {

    private static final Comparator<StandIn> ORDER =
            Comparator.comparing(StandIn::from).thenComparing(StandIn::by);

    private final ReportingLines company;
    private final PostKey leader;
    private final Assignments assignments;
    private final List<StandIn> standIns;
    private final Map<PostKey, List<StandIn>> standInsByPost = new HashMap<>();

    /**
     * In a company whose posts stay as they are, without stand-ins.
     *
     * @param posts who reports to whom
     * @param leader the post of the company leader, one of the posts
     * @param assignments who holds which post when
     */
    public Responsibility(PostCatalogue posts, PostKey leader, Assignments assignments) {
        this(ReportingLines.always(posts), posts.parse(leader.value()), assignments, List.of());
    }

    /**
     * In a company whose posts change from day to day.
     *
     * @param company who reports to whom from a day on, e.g. {@code organisation.posts()}
     * @param leader the post of the company leader, one of the posts on every day asked for
     * @param assignments who holds which post when
     * @param standIns who acts for whom when; of those that overlap the earliest counts
     */
    public Responsibility(
            NavigableMap<LocalDate, PostCatalogue> company,
            PostKey leader,
            Assignments assignments,
            List<StandIn> standIns) {
        this(new ReportingLines(company), leader, assignments, standIns);
    }

    private Responsibility(
            ReportingLines company,
            PostKey leader,
            Assignments assignments,
            List<StandIn> standIns) {
        this.company = company;
        this.leader = leader;
        this.assignments = assignments;
        this.standIns = standIns.stream().sorted(ORDER).toList();
        this.standIns.forEach(
                row ->
                        standInsByPost
                                .computeIfAbsent(row.post(), post -> new ArrayList<>())
                                .add(row));
    }

    /**
     * The posts of the company.
     *
     * @param day the day
     * @return who reports to whom
     * @throws IllegalArgumentException if the company had not begun
     */
    public PostCatalogue posts(LocalDate day) {
        return company.on(day);
    }

    /**
     * The posts above a post, as the company is on a day.
     *
     * @param post a post that the company has, had or will have
     * @param day the day
     * @return nearest first, each a post of that day; above a post that is not there stands the
     *     superior it had on its last day, or has on its first; empty when that is outside, or the
     *     company never has such a post
     * @throws IllegalArgumentException if the company had not begun
     */
    public List<PostKey> superiors(PostKey post, LocalDate day) {
        return company.superiors(post, day);
    }

    /**
     * The post of the company leader.
     *
     * @return the post
     */
    public PostKey leader() {
        return leader;
    }

    /**
     * Who holds which post.
     *
     * @return the assignments
     */
    public Assignments assignments() {
        return assignments;
    }

    /**
     * Who acts for whom.
     *
     * @return ordered by first day, then person
     */
    public List<StandIn> standIns() {
        return standIns;
    }

    /**
     * Finds who answers for a post.
     *
     * @param post a post that the company has, had or will have
     * @param day the day
     * @return the person and post, and how they came to answer
     * @throws IllegalArgumentException if the company had not begun
     */
    public Responsible on(PostKey post, LocalDate day) {
        PostCatalogue posts = posts(day);
        return posts.find(post)
                .flatMap(there -> answering(post, day, posts))
                .or(
                        () ->
                                superiors(post, day).stream()
                                        .flatMap(above -> answering(above, day, posts).stream())
                                        .findFirst()
                                        .map(found -> found.as(Responsible.Way.SUPERIOR)))
                .orElseGet(() -> lastResort(day, posts));
    }

    /**
     * Lets a person stand in.
     *
     * @param added who acts for whom when
     * @return the responsibility afterwards, or refused with {@code POST_NOT_HELD} if who is
     *     replaced does not hold the post on the first day, or {@code STAND_IN_OVERLAPS}
     */
    public Decision<Responsibility> standIn(StandIn added) {
        List<Refusal> reasons = new ArrayList<>();
        added.replaced()
                .filter(staff -> !assignments.holders(added.post(), added.from()).contains(staff))
                .map(staff -> Assignments.notHeld(staff, added.post(), added.from()))
                .ifPresent(reasons::add);
        if (standIns.stream().anyMatch(added::overlaps)) {
            reasons.add(
                    OrganisationRefusal.STAND_IN_OVERLAPS.because(
                            "post", added.post().value(),
                            "replaced", added.replaced().map(StaffId::value).orElse("-"),
                            "from", added.from().toString()));
        }
        return reasons.isEmpty()
                ? Decision.accept(
                        new Responsibility(
                                company,
                                leader,
                                assignments,
                                Stream.concat(standIns.stream(), Stream.of(added)).toList()))
                : Decision.refuse(reasons);
    }

    /**
     * Lets a person act in a post they hold, or in which they stand in.
     *
     * @param actor the person, the post and the version of the authority rows
     * @param day the day of the act
     * @return the actor, or refused with {@code POST_NOT_HELD}
     */
    public Decision<Actor> act(Actor actor, LocalDate day) {
        return standIns(actor.post(), day).anyMatch(row -> row.by().equals(actor.staff()))
                ? Decision.accept(actor)
                : assignments.act(actor, day);
    }

    private Optional<Responsible> answering(PostKey post, LocalDate day, PostCatalogue posts) {
        return inThePost(post, day)
                .or(
                        () ->
                                Substitutes.SHIPPED.of(post, posts).stream()
                                        .flatMap(
                                                row ->
                                                        inThePost(row.by(), day)
                                                                .map(found -> found.as(row.way()))
                                                                .stream())
                                        .findFirst());
    }

    private Optional<Responsible> inThePost(PostKey post, LocalDate day) {
        Optional<StaffId> holder = assignments.firstHolder(post, day);
        Optional<Responsible> standIn =
                standIns(post, day)
                        .filter(row -> holder.isEmpty() || row.replaced().equals(holder))
                        .findFirst()
                        .map(row -> new Responsible(post, Optional.of(row.by()), row.way()));
        return standIn.or(
                () -> holder.map(staff -> new Responsible(post, holder, Responsible.Way.HOLDER)));
    }

    private Stream<StandIn> standIns(PostKey post, LocalDate day) {
        List<StandIn> rows = standInsByPost.get(post);
        return rows == null ? Stream.empty() : rows.stream().filter(row -> row.covers(day));
    }

    private Responsible lastResort(LocalDate day, PostCatalogue posts) {
        return answering(leader, day, posts)
                .map(found -> found.as(Responsible.Way.LEADER))
                .orElseGet(() -> new Responsible(leader, Optional.empty(), Responsible.Way.LEADER));
    }
}
