package org.wasl.admin.print;

/** The two weights a document is set in. */
enum Face {
    REGULAR("vazirmatn-regular.ttf"),
    BOLD("vazirmatn-bold.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }
}
