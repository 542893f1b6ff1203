// Reads well without this file: it draws charts one can point at, shows times in the reader's own
// zone, and swaps the story in place when the server says that something happened.
(function () {
  "use strict";

  function localTimes(root) {
    root.querySelectorAll("time[datetime]").forEach(function (time) {
      if (time.title) { return; }
      var at = new Date(time.getAttribute("datetime"));
      if (isNaN(at)) { return; }
      time.title = time.textContent;
      var clockOnly = /^\d\d:\d\d:\d\d$/.test(time.textContent.trim());
      time.textContent = clockOnly ? at.toLocaleTimeString() : at.toLocaleString();
    });
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function option(data) {
    var ink = colour("--soft");
    return {
      animation: false,
      grid: { left: 64, right: 16, top: 34, bottom: 28 },
      textStyle: { fontFamily: "system-ui, sans-serif" },
      tooltip: {
        trigger: "axis", renderMode: "richText",
        formatter: function (items) {
          return new Date(items[0].value[0]).toLocaleTimeString() + "  " + items[0].value[2];
        }
      },
      xAxis: { type: "time", axisLabel: { color: ink }, splitLine: { show: false } },
      yAxis: { type: "value", min: 0, axisLabel: { color: ink, formatter: unit(data.unit) },
        splitLine: { lineStyle: { color: colour("--line") } } },
      series: [{
        type: "line", showSymbol: false, data: data.points, encode: { x: 0, y: 1 },
        lineStyle: { color: colour("--series"), width: 2 },
        markArea: data.onset ? { silent: true, itemStyle: { color: colour("--band"), opacity: 0.7 },
          label: { color: ink, position: "insideBottom" },
          data: [[{ xAxis: data.onset[0], name: "onset" }, { xAxis: data.onset[1] }]] } : undefined,
        markLine: { symbol: "none", data: data.markers.map(function (m) {
          return { xAxis: m[0], label: { formatter: m[1], color: m[2] ? colour("--bad") : ink },
            lineStyle: { color: m[2] ? colour("--bad") : ink, type: m[2] ? "solid" : "dashed" } };
        }) }
      }]
    };
  }

  function unit(name) {
    return function (v) {
      if (name === "SECONDS") { return v >= 1 ? +v.toPrecision(3) + " s" : +(v * 1e3).toPrecision(3) + " ms"; }
      if (name === "BYTES") { return +(v / 1048576).toPrecision(3) + " MiB"; }
      return +v.toPrecision(3) + (name === "PER_SECOND" ? "/s" : "");
    };
  }

  function charts(root) {
    if (!window.echarts) { return; }
    root.querySelectorAll("figure[data-chart]").forEach(function (figure) {
      var plot = figure.querySelector(".plot");
      if (plot.dataset.drawn) { return; }
      plot.dataset.drawn = "yes";
      plot.replaceChildren();
      plot.classList.add("live");
      var chart = window.echarts.init(plot, null, { height: 240 });
      chart.setOption(option(JSON.parse(figure.dataset.chart)));
      window.addEventListener("resize", function () { chart.resize(); });
    });
  }

  function openAgain(before, after) {
    before.forEach(function (open, i) {
      var details = after[i];
      if (details) { details.open = open; }
    });
  }

  function live() {
    var main = document.querySelector("main[data-live]");
    if (!main || !window.EventSource) { return; }
    var source = new EventSource(main.dataset.live);
    var pending = null;
    source.onmessage = changed;
    function changed() {
      if (pending) { return; }
      pending = setTimeout(function () {
        pending = null;
        document.body.dispatchEvent(new Event("inquest:changed"));
      }, 400);
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    localTimes(document);
    charts(document);
    live();
    var open = [];
    document.body.addEventListener("htmx:beforeSwap", function () {
      open = Array.from(document.querySelectorAll("main details"), function (d) { return d.open; });
    });
    document.body.addEventListener("htmx:afterSwap", function () {
      openAgain(open, document.querySelectorAll("main details"));
      localTimes(document);
      charts(document);
    });
  });
})();
