(function(){
"use strict";
var form=document.getElementById("filters"),shown=document.getElementById("shown");
var cards=[].slice.call(document.querySelectorAll(".card[data-level]"));
var names=["category","level","verdict","paper"];
function wanted(){var w={};names.forEach(function(n){if(form.elements[n])w[n]=form.elements[n].value;});return w;}
function fits(card,w){return names.every(function(n){return !w[n]||card.dataset[n]===w[n];});}
function apply(){
  var w=wanted(),any=names.some(function(n){return w[n];}),count=0;
  cards.forEach(function(c){var ok=fits(c,w);c.hidden=!ok;if(ok)count++;});
  document.querySelectorAll(".leaf").forEach(function(l){
    l.hidden=any&&!l.querySelector(".card[data-level]:not([hidden])");});
  document.querySelectorAll(".paper").forEach(function(p){
    p.hidden=any&&!p.querySelector(".leaf:not([hidden])");});
  document.querySelectorAll(".hit").forEach(function(h){
    var c=document.getElementById(h.dataset.card);h.classList.toggle("faded",!!(c&&c.hidden));});
  shown.textContent=any?count+" of "+cards.length+" shown":cards.length+(cards.length===1?" place":" places");
}
function step(by){
  var open=cards.filter(function(c){return !c.hidden;});
  if(!open.length)return;
  var at=open.indexOf(document.activeElement.closest?document.activeElement.closest(".card"):null);
  var next=at<0?(by>0?0:open.length-1):Math.min(open.length-1,Math.max(0,at+by));
  open[next].focus();open[next].scrollIntoView({block:"nearest"});
}
form.hidden=false;
form.addEventListener("change",apply);
form.addEventListener("reset",function(){setTimeout(apply,0);});
form.addEventListener("submit",function(e){e.preventDefault();});
document.addEventListener("keydown",function(e){
  if(!form.elements.keys.checked||e.ctrlKey||e.metaKey||e.altKey)return;
  if(/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName))return;
  if(e.key==="j")step(1);else if(e.key==="k")step(-1);
});
apply();
})();
