package dev.guanjia.server.application;

import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.organisation.company.OrganisationChart;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A company's tree through all its days.
 *
 * @param company the tree, from the beginning of time
 * @param version counted from 1, one more with every change
 */
public record CompanyTree(Organisation company, long version) {

    /**
     * What stands in the tree on a day, and from when to when it stands so.
     *
     * @param <T> a department or a post
     * @param value what stands there
     * @param from the first day; empty if it has stood so from the beginning
     * @param to the first day without it; empty while none is known
     */
    public record Standing<T>(T value, Optional<LocalDate> from, Optional<LocalDate> to) {

        Standing<T> until(LocalDate end) {
            return new Standing<>(value, from, Optional.of(end));
        }
    }

    /** Looks something up on a day; empty when it is not there then. */
    <T> Optional<Standing<T>> standing(
            LocalDate day, Function<OrganisationChart, Optional<T>> look) {
        return look.apply(company.chart(day)).map(value -> standing(value, day, look));
    }

    private <T> Standing<T> standing(
            T value, LocalDate day, Function<OrganisationChart, Optional<T>> look) {
        LocalDate from = LocalDate.MIN;
        boolean stood = false;
        for (LocalDate change : company.changes()) {
            boolean stands = look.apply(company.chart(change)).equals(Optional.of(value));
            if (change.isAfter(day) && !stands) {
                return new Standing<>(value, since(from), Optional.of(change));
            }
            from = stands && !stood ? change : from;
            stood = stands;
        }
        return new Standing<>(value, since(from), Optional.empty());
    }

    private static Optional<LocalDate> since(LocalDate from) {
        return Optional.of(from).filter(LocalDate.MIN::isBefore);
    }

    /** Another text as soon as the tree is another. */
    String state() {
        return company.model().template().id() + "/" + version;
    }

    /** What the keys of the requirements mean in the company on a day. */
    HolderResolution resolution(LocalDate day) {
        return company.resolution(day);
    }

    /** The posts that stand in the tree on any day. */
    Set<PostKey> everPosts() {
        return company.posts().values().stream()
                .flatMap(posts -> posts.all().stream())
                .map(Post::key)
                .collect(Collectors.toSet());
    }

    /** The post of that key, on a day. */
    Optional<CompanyPost> post(String key, LocalDate day) {
        return post(company.chart(day), key);
    }

    static Optional<CompanyPost> post(OrganisationChart chart, String key) {
        return chart.places().stream().filter(p -> p.key().value().equals(key)).findFirst();
    }

    static Optional<CompanyDepartment> department(OrganisationChart chart, String key) {
        return chart.departments().stream().filter(d -> d.key().value().equals(key)).findFirst();
    }
}
