package nl.meerwaarde.instrument;

/**
 * A question that is asked as another one: two instruments of one form share it, so the patient answers once (extension {@code asked-as}).
 *
 * @param linkId the item that is not shown; the server fills it
 * @param askedAs the question whose answers it takes over
 */
public record SharedQuestion(String linkId, String askedAs) {}
