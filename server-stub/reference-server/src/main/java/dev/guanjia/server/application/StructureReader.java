package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsible;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.OrganisationChart;
import dev.guanjia.organisation.staff.HeadcountRow;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.CompanyTree.Standing;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How a company is organised on a day. */
@Service
public class StructureReader {

    private final CompanyTrees trees;
    private final CompanyRules rules;
    private final CompanyDays days;
    private final Responsibilities responsibilities;

    StructureReader(
            CompanyTrees trees,
            CompanyRules rules,
            CompanyDays days,
            Responsibilities responsibilities) {
        this.trees = trees;
        this.rules = rules;
        this.days = days;
        this.responsibilities = responsibilities;
    }

    /**
     * Something that stands in the tree.
     *
     * @param <T> a department or a post
     * @param tree the whole tree
     * @param standing what stands there, and how long
     */
    public record Seen<T>(CompanyTree tree, Standing<T> standing) {}

    /**
     * Who answers.
     *
     * @param responsible the post and the person
     * @param judgedOn the day that was looked at
     */
    public record Answering(Responsible responsible, LocalDate judgedOn) {}

    /**
     * A post and how many hold it.
     *
     * @param row plan and actual
     * @param label its name
     */
    public record Counted(HeadcountRow row, Label label) {}

    /**
     * Reads a department.
     *
     * @param caller who asks
     * @param key its key
     * @param asOf the moment; empty for now
     * @return the department on that day
     */
    public Seen<CompanyDepartment> department(
            Caller caller, String key, Optional<OffsetDateTime> asOf) {
        CompanyTree tree = trees.of(caller.tenant());
        return tree.standing(days.day(asOf), chart -> CompanyTree.department(chart, key))
                .map(standing -> new Seen<>(tree, standing))
                .orElseThrow(() -> Fault.notFound(key));
    }

    /**
     * Reads a post.
     *
     * @param caller who asks
     * @param key its key
     * @param asOf the moment; empty for now
     * @return the post on that day
     */
    public Seen<CompanyPost> post(Caller caller, String key, Optional<OffsetDateTime> asOf) {
        CompanyTree tree = trees.of(caller.tenant());
        return tree.standing(days.day(asOf), chart -> CompanyTree.post(chart, key))
                .map(standing -> new Seen<>(tree, standing))
                .orElseThrow(() -> Fault.notFound(key));
    }

    /**
     * Lists the departments, each after the one above it.
     *
     * @param caller who asks
     * @param asOf the moment; empty for now
     * @param request which page
     * @return the page
     */
    public Page<Seen<CompanyDepartment>> departments(
            Caller caller, Optional<OffsetDateTime> asOf, PageRequest request) {
        CompanyTree tree = trees.of(caller.tenant());
        LocalDate day = days.day(asOf);
        Map<CompanyDepartment, String> order =
                DepartmentOrder.of(tree.company().chart(day).departments());
        return Page.slice(List.copyOf(order.entrySet()), request, Map.Entry::getValue)
                .map(entry -> entry.getKey().key())
                .map(key -> tree.standing(day, chart -> chart.department(key)))
                .map(found -> new Seen<>(tree, found.orElseThrow()));
    }

    /**
     * Lists the posts by id.
     *
     * @param caller who asks
     * @param asOf the moment; empty for now
     * @param request which page
     * @return the page
     */
    public Page<Seen<CompanyPost>> posts(
            Caller caller, Optional<OffsetDateTime> asOf, PageRequest request) {
        CompanyTree tree = trees.of(caller.tenant());
        LocalDate day = days.day(asOf);
        return Page.slice(tree.company().chart(day).places(), request, p -> p.key().value())
                .map(place -> tree.standing(day, chart -> chart.place(place.key())))
                .map(found -> new Seen<>(tree, found.orElseThrow()));
    }

    /**
     * Finds who answers for a post.
     *
     * @param caller who asks
     * @param key the post
     * @param asOf the moment; empty for now
     * @return who answers
     */
    public Answering responsible(Caller caller, String key, Optional<OffsetDateTime> asOf) {
        LocalDate day = days.day(asOf);
        CompanyTree tree = trees.of(caller.tenant());
        PostKey post = tree.post(key, day).orElseThrow(() -> Fault.notFound(key)).key();
        return new Answering(responsibilities.of(caller.tenant(), tree).on(post, day), day);
    }

    /**
     * Compares plan and actual, post by post.
     *
     * @param caller who asks
     * @param asOf the moment; empty for now
     * @param request which page
     * @return the page
     */
    public Page<Counted> headcounts(
            Caller caller, Optional<OffsetDateTime> asOf, PageRequest request) {
        LocalDate day = days.day(asOf);
        OrganisationChart chart = trees.of(caller.tenant()).company().chart(day);
        List<HeadcountRow> rows = HeadcountRow.on(chart, rules.assignments(caller.tenant()), day);
        return Page.slice(rows, request, row -> row.post().value())
                .map(row -> new Counted(row, chart.place(row.post()).orElseThrow().post().label()));
    }
}
