package org.emiadi.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The page goes on when nobody has touched the keyboard for longer than a sign-in of staff lasts: a screen on a wall,
/// which shows nothing that may not be seen by anybody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EvenWhenIdle {}
