package dev.guanjia.workorder.request;

import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.Reception;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told us (受理记录), in their words; it never changes. Source: 03 P-INTAKE R1,
 * R-SERVICE-REQ.
 *
 * @param id which request
 * @param community where
 * @param unit whose; null when it concerns no single unit
 * @param words what was said, not blank
 * @param reception by which way it came, when, and from whom
 * @param attachments what was handed in with it, by reference
 */
public record ServiceRequest(
        ServiceRequestId id,
        CommunityId community,
        @Nullable UnitId unit,
        String words,
        Reception reception,
        List<Attachment> attachments) {

    /** Copies; somebody said something. */
    public ServiceRequest {
        attachments = List.copyOf(attachments);
        if (words.isBlank()) {
            throw new IllegalArgumentException("nothing was said");
        }
    }
}
