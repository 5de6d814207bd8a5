package dev.guanjia.organisation.company;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would be wrong with a change of a company as it stands. */
record ChartCheck(OrganisationChart chart) {

    Optional<Refusal> unknown(Optional<DepartmentKey> department) {
        return department
                .filter(key -> chart.department(key).isEmpty())
                .map(key -> about(CompanyRefusal.DEPARTMENT_UNKNOWN, key));
    }

    Optional<Refusal> exists(DepartmentKey department) {
        return chart.department(department)
                .map(found -> about(CompanyRefusal.DEPARTMENT_EXISTS, department));
    }

    Optional<Refusal> inUse(DepartmentKey department) {
        List<String> held = new ArrayList<>();
        chart.departments().stream()
                .filter(unit -> unit.parent().equals(Optional.of(department)))
                .forEach(unit -> held.add(unit.key().value()));
        chart.places().stream()
                .filter(place -> place.department().equals(Optional.of(department)))
                .forEach(place -> held.add(place.key().value()));
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        CompanyRefusal.DEPARTMENT_IN_USE.because(
                                "department", department.value(), "held", String.join(", ", held)));
    }

    Optional<Refusal> missing(PostKey post) {
        return chart.place(post).isPresent()
                ? Optional.empty()
                : Optional.of(CompanyRefusal.POST_UNKNOWN.because("post", post.value()));
    }

    Optional<Refusal> exists(PostKey post) {
        return chart.place(post)
                .map(found -> CompanyRefusal.POST_EXISTS.because("post", post.value()));
    }

    Optional<Refusal> hasReports(PostKey post) {
        String reports =
                chart.posts().all().stream()
                        .filter(other -> other.reportsTo().equals(post))
                        .map(other -> other.key().value())
                        .collect(Collectors.joining(", "));
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        CompanyRefusal.POST_HAS_REPORTS.because(
                                "post", post.value(), "reports", reports));
    }

    /** The superior is outside the company, or the post would stand above itself. */
    Optional<Refusal> line(PostKey post, PostKey superior) {
        if (chart.place(superior).isEmpty()) {
            return Optional.of(
                    CompanyRefusal.SUPERIOR_OUTSIDE.because(
                            "post", post.value(), "superior", superior.value()));
        }
        List<PostKey> line = lineFrom(superior);
        int end = line.indexOf(post);
        return end < 0
                ? Optional.empty()
                : Optional.of(
                        CompanyRefusal.REPORTING_CYCLE.because(
                                "post", post.value(),
                                "superior", superior.value(),
                                "line", circle(post, line.subList(0, end + 1))));
    }

    /** Up to the first superior outside, who may be about to come in. */
    private List<PostKey> lineFrom(PostKey superior) {
        List<PostKey> line = new ArrayList<>(List.of(superior));
        line.addAll(chart.posts().superiors(superior));
        chart.posts().find(line.get(line.size() - 1)).map(Post::reportsTo).ifPresent(line::add);
        return line;
    }

    private static String circle(PostKey post, List<PostKey> line) {
        return post + " → " + line.stream().map(PostKey::value).collect(Collectors.joining(" → "));
    }

    private static Refusal about(CompanyRefusal code, DepartmentKey department) {
        return code.because("department", department.value());
    }
}
