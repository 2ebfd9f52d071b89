/**
 * Adaptive instruments: which question comes next, given the answers so far, and when enough is known (SDC adaptive forms). In flows a response with
 * the form as far as it was asked, out comes the same with one question more or with its scores. Nothing is kept between two calls: the form travels
 * with the response, and what comes next is a pure function of the stored bank and the answers. A finished form flows on to {@code submission}, like any
 * response.
 */
@NullMarked
package nl.meerwaarde.adaptive;

import org.jspecify.annotations.NullMarked;
