package nl.meerwaarde.server.demo;

/**
 * How a patient answers, the same every time.
 *
 * @param respondent code from {@code respondent}
 * @param mode code from {@code answer-mode}
 * @param language language of the questions
 */
record Answering(String respondent, String mode, String language) {
    private static final int OLD = 78;

    static Answering draw(Chance chance, int age) {
        String language = chance.happens(0.08) ? "en" : "nl";
        boolean proxy = chance.happens(age >= OLD ? 0.08 : 0.01);
        boolean interpreter = !proxy && chance.happens(0.03);
        String respondent = proxy ? "proxy" : interpreter ? "interpreter-assisted" : "patient";
        boolean web = chance.happens(age >= OLD ? 0.45 : 0.8);
        String mode = interpreter ? "telephone" : web ? "web" : chance.happens(0.75) ? "paper" : "telephone";
        return new Answering(respondent, mode, language);
    }
}
