package dev.inquest.lab.demo;

import dev.inquest.lab.shop.Deployer.Deployed;
import tools.jackson.databind.node.ObjectNode;

/** A deploy told as a CloudEvent 1.0 of CDEvents' vocabulary. */
final class DeployEvent {
  private DeployEvent() {}

  static ObjectNode of(String service, Deployed deployed, String author, String title) {
    ObjectNode custom = Journal.facts();
    custom.put("kind", "deploy").put("version", deployed.version());
    custom.put("commit", deployed.commit()).put("author", author).put("title", title);
    custom.putArray("instances").add(deployed.instance());
    ObjectNode data = Journal.facts();
    data.putObject("subject").put("id", service).put("type", "service");
    data.set("customData", custom);
    ObjectNode event = Journal.facts();
    event.put("specversion", "1.0").put("id", "deploy-" + deployed.instance());
    event.put("source", "/deployer").put("type", "dev.cdevents.service.deployed.0.2.0");
    event.put("time", deployed.at().toString()).put("datacontenttype", "application/json");
    event.set("data", data);
    return event;
  }
}
