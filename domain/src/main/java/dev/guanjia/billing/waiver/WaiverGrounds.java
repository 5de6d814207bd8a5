package dev.guanjia.billing.waiver;

import java.util.List;

/**
 * Why something is waived, and the papers that show it.
 *
 * @param reason in words; a blank one is refused when the waiver is proposed
 * @param attachments references to supporting papers, none of them blank; may come to none, which
 *     the signature then refuses
 */
public record WaiverGrounds(String reason, List<String> attachments) {

    /** A reference refers to something. */
    public WaiverGrounds {
        attachments = List.copyOf(attachments);
        if (attachments.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("attachment is blank: " + attachments);
        }
    }
}
