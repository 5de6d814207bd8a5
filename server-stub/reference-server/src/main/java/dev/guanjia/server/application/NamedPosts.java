package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds in which of the posts that a lifecycle, a plan or a station names somebody acts, whatever
 * the company calls it.
 */
@Component
class NamedPosts {

    private final CompanyTrees trees;
    private final Clock clock;

    NamedPosts(CompanyTrees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    /** The actor in the post that the step names; unchanged where theirs is none of them. */
    Actor of(String tenant, Actor actor, WorkOrderRow row, WorkOrderAction action) {
        Optional<Transition> move =
                Lifecycle.of(row.order().intake().kind()).find(row.order().state(), action);
        if (move.isEmpty() || move.get().posts().contains(actor.post())) {
            return actor;
        }
        HolderResolution company = trees.of(tenant).resolution(LocalDate.now(clock));
        Optional<PostKey> named =
                move.get().posts().stream()
                        .filter(key -> company.posts(key).contains(actor.post()))
                        .findFirst();
        return named.map(post -> new Actor(actor.staff(), post, actor.authorityVersion()))
                .orElse(actor);
    }

    /** The actor in the post that is named; unchanged where theirs neither is it nor bears it. */
    Actor as(String tenant, Actor actor, PostKey named) {
        return isIn(tenant, actor.post(), named, LocalDate.now(clock))
                ? new Actor(actor.staff(), named, actor.authorityVersion())
                : actor;
    }

    /** Whether a post is the one that is named, or bears it on a day. */
    boolean isIn(String tenant, PostKey post, PostKey named, LocalDate day) {
        return of(tenant).isIn(post, named, day);
    }

    /** The posts of a company, for the length of one request. */
    Company of(String tenant) {
        return new Company(tenant);
    }

    /** What a company's posts bear; its tree is read once, and only if that is asked. */
    final class Company {

        private final String tenant;
        private final Map<LocalDate, PostCatalogue> days = new HashMap<>();
        private @Nullable CompanyTree tree;

        private Company(String tenant) {
            this.tenant = tenant;
        }

        /** Whether a post is the one that is named, or bears it on a day. */
        boolean isIn(PostKey post, PostKey named, LocalDate day) {
            return post.equals(named) || on(day).bearing(named).contains(post);
        }

        private PostCatalogue on(LocalDate day) {
            return days.computeIfAbsent(day, key -> tree().resolution(key).company());
        }

        private CompanyTree tree() {
            if (tree == null) {
                tree = trees.of(tenant);
            }
            return tree;
        }
    }

    /** What the company can name: its posts on any day, and what they bear today. */
    Set<PostKey> known(String tenant) {
        CompanyTree tree = trees.of(tenant);
        PostCatalogue today = tree.resolution(LocalDate.now(clock)).company();
        Set<PostKey> known = new HashSet<>(tree.everPosts());
        today.all().forEach(post -> known.add(today.bears(post.key())));
        return known;
    }
}
