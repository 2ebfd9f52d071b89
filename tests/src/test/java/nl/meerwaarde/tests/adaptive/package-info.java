/** Adaptive tests over HTTP: a bank is loaded, questions are asked for one by one, the finished response is stored and scored. */
@NullMarked
package nl.meerwaarde.tests.adaptive;

import org.jspecify.annotations.NullMarked;
