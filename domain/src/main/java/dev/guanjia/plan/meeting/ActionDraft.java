package dev.guanjia.plan.meeting;

import dev.guanjia.decision.Refusal;
import dev.guanjia.plan.PlanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A matter about to be decided: every reason against it. */
record ActionDraft(Meeting meeting, ActionProposal proposal, PlanTerms terms) {

    List<Refusal> faults() {
        List<Refusal> faults = new ArrayList<>();
        String item = proposal.id().value();
        Stream.concat(proposal.owner().stream(), proposal.verifier().stream())
                .filter(post -> !terms.staffing().knows(post, dueDay()))
                .map(
                        post ->
                                MeetingRefusal.POST_UNKNOWN.because(
                                        "meeting", id(), "post", post.value()))
                .forEach(faults::add);
        if (meeting.item(proposal.id()).isPresent()) {
            faults.add(MeetingRefusal.ACTION_TWICE.because("item", item));
        }
        if (proposal.owner().isEmpty()) {
            faults.add(MeetingRefusal.ACTION_WITHOUT_OWNER.because("item", item));
        }
        if (proposal.node().isEmpty()) {
            faults.add(MeetingRefusal.ACTION_WITHOUT_NODE_DATE.because("item", item));
        }
        nodeFaults(faults);
        proposal.owner()
                .filter(owner -> proposal.verifier().filter(owner::equals).isPresent())
                .map(
                        owner ->
                                MeetingRefusal.ACTION_SELF_VERIFIED.because(
                                        "item", item, "post", owner.value()))
                .ifPresent(faults::add);
        return faults;
    }

    /** The item of a proposal without faults. */
    ActionItem item() {
        return new ActionItem(
                proposal.id(),
                proposal.text(),
                proposal.owner().orElseThrow(),
                proposal.node().orElseThrow(),
                proposal.verifier());
    }

    private String id() {
        return meeting.head().id().value();
    }

    /**
     * A post that is set up by the node date may be named; without one, the meeting's day counts.
     */
    private LocalDate dueDay() {
        return proposal.node().orElse(meeting.head().day());
    }

    private void nodeFaults(List<Refusal> faults) {
        String item = proposal.id().value();
        proposal.node()
                .filter(node -> node.isBefore(meeting.head().day()))
                .map(
                        node ->
                                MeetingRefusal.ACTION_NODE_PASSED.because(
                                        "item", item,
                                        "node", node.toString(),
                                        "day", meeting.head().day().toString()))
                .ifPresent(faults::add);
        proposal.node()
                .flatMap(node -> terms.nodeDates().refusal(item, node))
                .ifPresent(faults::add);
    }
}
