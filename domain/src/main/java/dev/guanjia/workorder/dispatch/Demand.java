package dev.guanjia.workorder.dispatch;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a job takes. Source: 05 S10 B 1; 01 OCC-CERT.
 *
 * @param kind what kind of work it is
 * @param posts who may do the next step of it, in key order, at least one; see {@link
 *     dev.guanjia.workorder.lifecycle.Lifecycle#hands}
 * @param certificates what it takes beyond what the post needs anyhow, sorted
 */
public record Demand(
        WorkOrderKind kind, SortedSet<PostKey> posts, List<QualificationKey> certificates) {

    /** Copies; work that no post may do is no work. */
    public Demand {
        posts = Collections.unmodifiableSortedSet(new TreeSet<>(posts));
        certificates = certificates.stream().distinct().sorted().toList();
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("no post may do a " + kind);
        }
    }
}
