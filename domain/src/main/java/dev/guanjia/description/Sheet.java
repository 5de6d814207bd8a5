package dev.guanjia.description;

import java.util.List;

/**
 * A page before it takes a form.
 *
 * @param lang the language tag of its text
 * @param title its title
 * @param blocks what it shows, in order
 */
record Sheet(String lang, String title, List<Block> blocks) {

    Sheet {
        blocks = List.copyOf(blocks);
    }

    /** One thing on the page. */
    sealed interface Block {
        <R> R accept(Form<R> form);
    }

    /** One method per kind of block. */
    interface Form<R> {
        R heading(Heading heading);

        R paragraph(Paragraph paragraph);

        R bullets(Bullets bullets);

        R grid(Grid grid);
    }

    record Heading(int level, String text) implements Block {
        @Override
        public <R> R accept(Form<R> form) {
            return form.heading(this);
        }
    }

    record Paragraph(String text) implements Block {
        @Override
        public <R> R accept(Form<R> form) {
            return form.paragraph(this);
        }
    }

    record Bullets(List<String> items) implements Block {
        Bullets {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Form<R> form) {
            return form.bullets(this);
        }
    }

    record Grid(List<String> header, List<List<String>> rows) implements Block {
        Grid {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Form<R> form) {
            return form.grid(this);
        }
    }
}
