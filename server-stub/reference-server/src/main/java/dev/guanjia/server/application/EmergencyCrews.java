package dev.guanjia.server.application;

import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.incident.Responders;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds who acts in emergencies, by the company's tree. */
@Component
class EmergencyCrews {

    private final CompanyTrees trees;
    private final Responsibilities responsibilities;

    EmergencyCrews(CompanyTrees trees, Responsibilities responsibilities) {
        this.trees = trees;
        this.responsibilities = responsibilities;
    }

    /** Whoever acts in a company, on any of its days. */
    Crew of(String tenant) {
        CompanyTree tree = trees.of(tenant);
        return new Crew(tree, responsibilities.of(tenant, tree), new HashMap<>());
    }

    /** Tree and people of a company, read once. */
    record Crew(CompanyTree tree, Responsibility people, Map<LocalDate, Responders> byDay) {

        Responders on(LocalDate day) {
            return byDay.computeIfAbsent(
                    day, wanted -> new Responders(tree.resolution(wanted)::posts));
        }

        /** Whether somebody is in a post then. */
        boolean holds(StaffId staff, PostKey post, LocalDate day) {
            return people.assignments().posts(staff, day).contains(post);
        }

        /**
         * Who does the part of a post: those who hold the posts that do it, and who answers for
         * them; where the company has none, who answers for its leader.
         */
        List<StaffId> staff(PostKey named, LocalDate day) {
            List<PostKey> posts = on(day).posts(named);
            List<PostKey> asked = posts.isEmpty() ? List.of(people.leader()) : posts;
            Assignments assignments = people.assignments();
            return asked.stream()
                    .flatMap(
                            post ->
                                    Stream.concat(
                                            assignments.holders(post, day).stream(),
                                            people.on(post, day).staff().stream()))
                    .distinct()
                    .toList();
        }
    }
}
