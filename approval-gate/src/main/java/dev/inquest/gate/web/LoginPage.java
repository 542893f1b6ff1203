package dev.inquest.gate.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in. */
@Controller
public final class LoginPage {
  @GetMapping("/login")
  public String login() {
    return "gate/login";
  }

  @GetMapping("/")
  public String start() {
    return "redirect:/proposals";
  }
}
