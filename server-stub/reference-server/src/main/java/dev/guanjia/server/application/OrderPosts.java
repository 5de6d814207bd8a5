package dev.guanjia.server.application;

import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The post that is responsible for an order where it stands. */
final class OrderPosts {

    private OrderPosts() {}

    /**
     * A post of whoever is to do the work, one that may act there before others; while nobody is,
     * the first post of the company that may take the order on; else the company leader's.
     */
    static PostKey responsible(WorkOrder order, Responsibility company, LocalDate day) {
        PostCatalogue posts = company.posts(day);
        List<PostKey> may = mayAct(order, posts);
        StaffId assignee = order.handling().assignee();
        List<PostKey> held =
                assignee == null ? List.of() : company.assignments().posts(assignee, day);
        return Stream.of(
                        held.stream().filter(may::contains),
                        held.stream().filter(post -> posts.find(post).isPresent()),
                        may.stream())
                .flatMap(choice -> choice)
                .findFirst()
                .orElseGet(company::leader);
    }

    private static List<PostKey> mayAct(WorkOrder order, PostCatalogue posts) {
        return Lifecycle.of(order.intake().kind()).transitions().stream()
                .filter(row -> row.from() == order.state())
                .flatMap(row -> row.posts().stream())
                .flatMap(post -> posts.bearing(post).stream())
                .distinct()
                .toList();
    }
}
