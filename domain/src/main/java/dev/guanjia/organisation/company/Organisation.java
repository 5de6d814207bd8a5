package dev.guanjia.organisation.company;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A company's tree from its first day on. A change holds from a day and leaves the days before as
 * they were; changes are made in the order of their days. Source: requirements 01, section 4.
 */
public final class Organisation {

    private final OrganisationModel model;
    private final NavigableMap<LocalDate, OrganisationChart> charts;

    private Organisation(
            OrganisationModel model, NavigableMap<LocalDate, OrganisationChart> charts) {
        this.model = model;
        this.charts = charts;
    }

    /**
     * Starts a company from a model.
     *
     * @param model e.g. that of six line departments
     * @param day the first day of the company
     * @return the company, as the model draws it
     */
    public static Organisation start(OrganisationModel model, LocalDate day) {
        NavigableMap<LocalDate, OrganisationChart> charts = new TreeMap<>();
        charts.put(day, model.chart());
        return new Organisation(model, charts);
    }

    /**
     * What the company was started from.
     *
     * @return the model, with its roles
     */
    public OrganisationModel model() {
        return model;
    }

    /**
     * The days from which the tree differs from the day before.
     *
     * @return in order, the first being the company's first day
     */
    public List<LocalDate> changes() {
        return List.copyOf(charts.keySet());
    }

    /**
     * The posts of the company and who reports to whom, from each of its {@link #changes} on.
     *
     * @return day to posts
     */
    public NavigableMap<LocalDate, PostCatalogue> posts() {
        NavigableMap<LocalDate, PostCatalogue> posts = new TreeMap<>();
        charts.forEach((day, chart) -> posts.put(day, chart.posts()));
        return Collections.unmodifiableNavigableMap(posts);
    }

    /**
     * The company on a day.
     *
     * @param day not before its first day
     * @return its departments, posts and lines
     * @throws IllegalArgumentException if the company had not begun
     */
    public OrganisationChart chart(LocalDate day) {
        Map.Entry<LocalDate, OrganisationChart> held = charts.floorEntry(day);
        if (held == null) {
            throw new IllegalArgumentException(
                    "the company begins on " + charts.firstKey() + ", not by " + day);
        }
        return held.getValue();
    }

    /**
     * The posts of the company on a day and who reports to whom.
     *
     * @param day not before its first day
     * @return the posts
     * @throws IllegalArgumentException if the company had not begun
     */
    public PostCatalogue on(LocalDate day) {
        return chart(day).posts();
    }

    /**
     * What the keys of the duties mean in the company on a day.
     *
     * @param day not before its first day
     * @return the resolution
     * @throws IllegalArgumentException if the company had not begun
     */
    public HolderResolution resolution(LocalDate day) {
        return new HolderResolution(chart(day), model);
    }

    /**
     * Opens a department.
     *
     * @param department the department
     * @param day its first day
     * @return the company afterwards, or refused with {@code ORGANISATION_CHANGED_LATER}, {@code
     *     DEPARTMENT_EXISTS}, {@code DEPARTMENT_UNKNOWN} (the unit above)
     */
    public Decision<Organisation> addDepartment(CompanyDepartment department, LocalDate day) {
        List<Refusal> reasons = tooEarly(day);
        ChartCheck check = new ChartCheck(latest());
        check.exists(department.key()).ifPresent(reasons::add);
        check.unknown(department.parent()).ifPresent(reasons::add);
        return change(reasons, day, chart -> chart.with(department));
    }

    /**
     * Renames a department.
     *
     * @param key a department of the company
     * @param label its new name
     * @param day the first day of the name
     * @return the company afterwards, or refused with {@code ORGANISATION_CHANGED_LATER}, {@code
     *     DEPARTMENT_UNKNOWN}
     */
    public Decision<Organisation> renameDepartment(DepartmentKey key, Label label, LocalDate day) {
        List<Refusal> reasons = tooEarly(day);
        ChartCheck check = new ChartCheck(latest());
        check.unknown(Optional.of(key)).ifPresent(reasons::add);
        return change(
                reasons,
                day,
                chart -> chart.department(key).map(d -> chart.with(d.named(label))).orElse(chart));
    }

    /**
     * Closes a department.
     *
     * @param key a department of the company
     * @param day the first day without it
     * @return the company afterwards, or refused with {@code ORGANISATION_CHANGED_LATER}, {@code
     *     DEPARTMENT_UNKNOWN}, {@code DEPARTMENT_IN_USE}
     */
    public Decision<Organisation> retireDepartment(DepartmentKey key, LocalDate day) {
        List<Refusal> reasons = tooEarly(day);
        ChartCheck check = new ChartCheck(latest());
        check.unknown(Optional.of(key)).ifPresent(reasons::add);
        check.inUse(key).ifPresent(reasons::add);
        return change(reasons, day, chart -> chart.without(key));
    }

    /**
     * Sets up a post.
     *
     * @param place the post; its superior is a post of the company
     * @param day its first day
     * @return the company afterwards, or refused with {@code ORGANISATION_CHANGED_LATER}, {@code
     *     DEPARTMENT_UNKNOWN}, {@code POST_EXISTS}, {@code SUPERIOR_OUTSIDE}, {@code
     *     REPORTING_CYCLE} (a superior outside becomes a post of its own subordinate)
     */
    public Decision<Organisation> addPost(CompanyPost place, LocalDate day) {
        List<Refusal> reasons = tooEarly(day);
        ChartCheck check = new ChartCheck(latest());
        check.unknown(place.department()).ifPresent(reasons::add);
        check.exists(place.key()).ifPresent(reasons::add);
        check.line(place.key(), place.post().reportsTo()).ifPresent(reasons::add);
        return change(reasons, day, chart -> chart.with(place));
    }

    /**
     * Puts a post under another superior or into another department.
     *
     * @param post a post of the company
     * @param superior another post of the company
     * @param department where it stands from then on, empty directly below the company
     * @param day the first day of the new line
     * @return the company afterwards, or refused with {@code ORGANISATION_CHANGED_LATER}, {@code
     *     DEPARTMENT_UNKNOWN}, {@code POST_UNKNOWN}, {@code SUPERIOR_OUTSIDE}, {@code
     *     REPORTING_CYCLE}
     */
    public Decision<Organisation> movePost(
            PostKey post, PostKey superior, Optional<DepartmentKey> department, LocalDate day) {
        List<Refusal> reasons = tooEarly(day);
        ChartCheck check = new ChartCheck(latest());
        check.unknown(department).ifPresent(reasons::add);
        check.missing(post).ifPresent(reasons::add);
        check.line(post, superior).ifPresent(reasons::add);
        return change(
                reasons,
                day,
                chart ->
                        chart.place(post)
                                .map(place -> chart.with(place.moved(superior, department)))
                                .orElse(chart));
    }

    /**
     * Plans how many persons a post takes.
     *
     * @param post a post of the company
     * @param plan the numbers
     * @param day the first day of the plan
     * @return the company afterwards, or refused with {@code ORGANISATION_CHANGED_LATER}, {@code
     *     POST_UNKNOWN}
     */
    public Decision<Organisation> planHeadcount(PostKey post, Headcount plan, LocalDate day) {
        List<Refusal> reasons = tooEarly(day);
        ChartCheck check = new ChartCheck(latest());
        check.missing(post).ifPresent(reasons::add);
        return change(
                reasons,
                day,
                chart ->
                        chart.place(post)
                                .map(place -> chart.with(place.planned(plan)))
                                .orElse(chart));
    }

    /**
     * Abolishes a post.
     *
     * @param post a post of the company
     * @param day the first day without it
     * @return the company afterwards, or refused with {@code ORGANISATION_CHANGED_LATER}, {@code
     *     POST_UNKNOWN}, {@code POST_HAS_REPORTS}, {@code LEADER_STAYS}
     */
    public Decision<Organisation> retirePost(PostKey post, LocalDate day) {
        List<Refusal> reasons = tooEarly(day);
        ChartCheck check = new ChartCheck(latest());
        check.missing(post).ifPresent(reasons::add);
        check.hasReports(post).ifPresent(reasons::add);
        if (post.equals(model.template().leader())) {
            reasons.add(CompanyRefusal.LEADER_STAYS.because("post", post.value()));
        }
        return change(reasons, day, chart -> chart.without(post));
    }

    private Decision<Organisation> change(
            List<Refusal> reasons,
            LocalDate day,
            Function<OrganisationChart, OrganisationChart> step) {
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        NavigableMap<LocalDate, OrganisationChart> after = new TreeMap<>(charts);
        after.put(day, step.apply(latest()));
        return Decision.accept(new Organisation(model, after));
    }

    private OrganisationChart latest() {
        return charts.lastEntry().getValue();
    }

    private List<Refusal> tooEarly(LocalDate day) {
        List<Refusal> reasons = new ArrayList<>();
        if (day.isBefore(charts.lastKey())) {
            reasons.add(
                    CompanyRefusal.ORGANISATION_CHANGED_LATER.because(
                            "day", day.toString(), "last", charts.lastKey().toString()));
        }
        return reasons;
    }
}
