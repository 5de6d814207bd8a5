package dev.guanjia.server;

/** What is sent about paid work on 3 March 2025: taps at 66.50, hours of a plumber at 80.00. */
final class PaidBodies {

    static final String DAY = "2025-03-03T";

    private PaidBodies() {}

    static String priceBody(String item, String kind, String price, String from) {
        return """
        {"item": "%s", "label": {"zh": "名%s", "en": "%s"}, "kind": "%s",
         "unit": {"zh": "个", "en": "piece"}, "price": {"amount": "%s", "currency": "CNY"},
         "from": "%s"}
        """
                .formatted(item, item, item, kind, price, from);
    }

    static String lines(String taps, String hours) {
        return """
        [{"item": "TAP", "quantity": "%s"}, {"item": "PLUMBER", "quantity": "%s"}]
        """
                .formatted(taps, hours);
    }

    static String quote(String taps, String hours, String time) {
        return """
        {"lines": %s, "quoted_at": "%s%s:00+08:00", "until": "2025-03-10T10:00:00+08:00",
         "guarantee_days": 30}
        """
                .formatted(lines(taps, hours), DAY, time);
    }

    static String done(String taps, String hours, String time) {
        return """
        {"lines": %s, "done_at": "%s%s:00+08:00"}
        """
                .formatted(lines(taps, hours), DAY, time);
    }

    static String word(String who, String time) {
        return """
        {"owner_id": "%s", "said_at": "%s%s:00+08:00", "means": "SIGNATURE",
         "attachment": "scans/17.pdf"}
        """
                .formatted(who, DAY, time);
    }

    static String consent(String who, String total, String time) {
        return """
        {"answer": "CONSENT", "total": {"amount": "%s", "currency": "CNY"}, "word": %s}
        """
                .formatted(total, word(who, time));
    }

    static String acceptance(String who, String answer, String time) {
        return "{\"answer\": \"%s\", \"word\": %s}".formatted(answer, word(who, time));
    }

    static String refund(String amount, String method) {
        String way = method == null ? "" : ", \"method\": \"%s\"".formatted(method);
        return """
        {"amount": {"amount": "%s", "currency": "CNY"}, "reason": "仍漏水",
         "approved_at": "2025-03-06T10:00:00+08:00"%s}
        """
                .formatted(amount, way);
    }
}
