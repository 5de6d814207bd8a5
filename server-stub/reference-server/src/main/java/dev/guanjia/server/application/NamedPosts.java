package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds in which of the posts that a lifecycle names somebody acts, whatever the company calls it.
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
}
