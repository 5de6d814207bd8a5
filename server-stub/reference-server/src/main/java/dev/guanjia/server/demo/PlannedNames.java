package dev.guanjia.server.demo;

/**
 * Made-up owners' names, from common surnames and given names.
 *
 * @param draw where they are drawn
 */
record PlannedNames(Draw draw) {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";
    private static final String[] GIVEN = {
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀英",
        "霞", "平", "建国", "桂兰", "志强", "晓东", "雪梅", "海燕", "文博", "子涵", "雨桐", "浩然"
    };

    String of(int index) {
        char surname = SURNAMES.charAt(draw.of("surname", index, SURNAMES.length()));
        return surname + GIVEN[draw.of("given", index, GIVEN.length)];
    }
}
