package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.Link.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How requests, orders, sub-orders, bill lines and stock issues hang together, to be read both
 * ways. Source: 03 P-INTAKE R1, R3.
 *
 * @param links each once; no order has two requests or two parents, and none comes from itself
 */
public record Provenance(List<Link> links) {

    /** Links that contradict each other cannot exist. */
    public Provenance {
        links = List.copyOf(links);
        List<Link> sofar = new ArrayList<>();
        for (Link link : links) {
            fault(sofar, link)
                    .ifPresent(
                            fault -> {
                                throw new IllegalArgumentException(fault.toString());
                            });
            sofar.add(link);
        }
    }

    /**
     * Adds a link to what is no order.
     *
     * @param link of any kind but a parent, which {@link #split} binds
     * @return the links with it; or refused with {@code LINK_EXISTS} or {@code ORIGIN_EXISTS}
     * @throws IllegalArgumentException for a parent, of which the state counts, too
     */
    public Decision<Provenance> add(Link link) {
        if (link.kind() == Kind.PARENT) {
            throw new IllegalArgumentException("an order is split off another: " + link);
        }
        return bind(link);
    }

    private Decision<Provenance> bind(Link link) {
        return fault(links, link)
                .map(reason -> Decision.<Provenance>refuse(List.of(reason)))
                .orElseGet(() -> Decision.accept(with(link)));
    }

    /**
     * Splits an order off another.
     *
     * @param child the part
     * @param parent the whole
     * @return the links with this one; or refused with {@code PARENT_ENDED} when only the parent
     *     has ended, {@code LINK_EXISTS}, {@code ORIGIN_EXISTS} or {@code LINKS_GO_IN_A_CIRCLE}
     */
    public Decision<Provenance> split(WorkOrder child, WorkOrder parent) {
        if (parent.state().isEnd() && !child.state().isEnd()) {
            Refusal ended =
                    WorkOrderRefusal.PARENT_ENDED.because(
                            "order", child.id().value(), "target", parent.id().value());
            return Decision.refuse(List.of(ended));
        }
        return bind(new Link(child.id(), Kind.PARENT, parent.id().value()));
    }

    /**
     * What an order is bound to.
     *
     * @param order the order
     * @param kind in which way
     * @return the numbers, in the order of the links
     */
    public List<String> targets(WorkOrderId order, Kind kind) {
        return links.stream()
                .filter(link -> link.kind() == kind && link.order().equals(order))
                .map(Link::target)
                .toList();
    }

    /**
     * The orders that are bound to something: those of a request, of a bill line, of a stock issue.
     *
     * @param kind in which way
     * @param target the number of the thing
     * @return in the order of the links
     */
    public List<WorkOrderId> orders(Kind kind, String target) {
        return links.stream()
                .filter(link -> link.kind() == kind && link.target().equals(target))
                .map(Link::order)
                .toList();
    }

    /**
     * The order that an order was split off.
     *
     * @param order the order
     * @return empty when it was not
     */
    public Optional<WorkOrderId> parent(WorkOrderId order) {
        return targets(order, Kind.PARENT).stream().findFirst().map(WorkOrderId::new);
    }

    /**
     * The orders that were split off an order.
     *
     * @param order the order
     * @return in the order of the links, without their own children
     */
    public Set<WorkOrderId> children(WorkOrderId order) {
        return new LinkedHashSet<>(orders(Kind.PARENT, order.value()));
    }

    private Provenance with(Link link) {
        List<Link> more = new ArrayList<>(links);
        more.add(link);
        return new Provenance(more);
    }

    private static Optional<Refusal> fault(List<Link> links, Link link) {
        boolean origin = link.kind() == Kind.REQUEST || link.kind() == Kind.PARENT;
        WorkOrderRefusal code = null;
        if (links.contains(link)) {
            return Optional.of(
                    WorkOrderRefusal.LINK_EXISTS.because(
                            "order", link.order().value(),
                            "kind", link.kind().name(),
                            "target", link.target()));
        }
        if (origin && links.stream().anyMatch(other -> isSameEnd(other, link))) {
            code = WorkOrderRefusal.ORIGIN_EXISTS;
        } else if (link.kind() == Kind.PARENT && isAbove(links, link.order().value(), link)) {
            code = WorkOrderRefusal.LINKS_GO_IN_A_CIRCLE;
        }
        return Optional.ofNullable(code)
                .map(why -> why.because("order", link.order().value(), "target", link.target()));
    }

    private static boolean isSameEnd(Link other, Link link) {
        return other.kind() == link.kind() && other.order().equals(link.order());
    }

    /** Whether an order stands above the parent that a new link names, or is that parent. */
    private static boolean isAbove(List<Link> links, String order, Link link) {
        Optional<String> above = Optional.of(link.target());
        while (above.isPresent() && !above.get().equals(order)) {
            String at = above.get();
            above =
                    links.stream()
                            .filter(one -> one.kind() == Kind.PARENT)
                            .filter(one -> one.order().value().equals(at))
                            .map(Link::target)
                            .findFirst();
        }
        return above.isPresent();
    }
}
