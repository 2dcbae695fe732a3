-- The script of the page that `jilu view` writes. It makes no markup of text:
-- all that comes from documents is set as text.

return [[
(function(){
"use strict";
var root=document.documentElement,box=document.getElementById("details"),pinned=false,data={},places={};
root.classList.add("js");
function facts(doc){
  if(!data[doc.id])data[doc.id]=JSON.parse(doc.querySelector("script").textContent);
  return data[doc.id];
}
function pieces(doc){
  if(!places[doc.id]){
    var map=places[doc.id]={};
    doc.querySelectorAll(".s").forEach(function(s){
      s.dataset.a.split(" ").forEach(function(n){(map[n]=map[n]||[]).push(s);});
    });
  }
  return places[doc.id];
}
function element(name,text,kind){
  var e=document.createElement(name);
  if(text!==undefined&&text!==null)e.textContent=text;
  if(kind)e.className=kind;
  return e;
}
function show(doc,numbers){
  box.textContent="";
  var table=element("table");
  numbers.forEach(function(n){
    facts(doc)[n].forEach(function(row,k){
      var tr=element("tr");
      tr.append(element("td",row[0],k===0?"type":""),element("td",row[1],"dim"),element("td",row[2]),
        element("td",row[3]),element("td",row[4],"dim"));
      table.append(tr);
    });
  });
  box.append(table);
}
function clear(){
  document.querySelectorAll(".on").forEach(function(e){e.classList.remove("on");});
}
function light(doc,numbers){
  clear();
  numbers.forEach(function(n){
    (pieces(doc)[n]||[]).forEach(function(s){s.classList.add("on");});
    doc.querySelectorAll("tr.go[data-n='"+n+"']").forEach(function(tr){tr.classList.add("on");});
  });
}
function piece(target){return target.closest?target.closest(".s"):null;}
function docOf(e){return e.closest(".doc");}
document.addEventListener("mouseover",function(e){
  var s=piece(e.target);
  if(s&&!pinned)show(docOf(s),s.dataset.a.split(" "));
});
document.addEventListener("focusin",function(e){
  var s=piece(e.target);
  if(s&&!pinned)show(docOf(s),s.dataset.a.split(" "));
});
function choose(e){
  var s=piece(e.target),row=e.target.closest?e.target.closest("tr.go"):null;
  if(s){
    pinned=true;show(docOf(s),s.dataset.a.split(" "));light(docOf(s),s.dataset.a.split(" "));
    var first=document.querySelector("aside tr.on");
    if(first)first.scrollIntoView({block:"nearest"});
  }else if(row){
    var doc=docOf(row),n=row.dataset.n;
    pinned=true;show(doc,[n]);light(doc,[n]);
    var place=(pieces(doc)[n]||[])[0];
    if(place)place.scrollIntoView({block:"center"});
  }else if(!box.contains(e.target)&&e.target.tagName!=="A"){
    pinned=false;box.textContent="";clear();
  }
}
document.addEventListener("click",choose);
document.addEventListener("keydown",function(e){
  if(e.key==="Enter"&&(piece(e.target)||e.target.closest("tr.go")))choose(e);
  if(e.key==="Escape"){pinned=false;box.textContent="";clear();}
});
function toggle(id,name,on){
  var input=document.getElementById(id);
  if(!input)return;
  function set(){document.body.classList.toggle(name,input.checked===on);}
  input.addEventListener("change",set);set();
}
toggle("repaired","repaired",true);
toggle("bare","bare-off",false);
function open(){
  var docs=document.querySelectorAll(".doc"),target=document.getElementById(location.hash.slice(1)),shown=target&&target.closest(".doc");
  if(!shown&&docs.length===1)shown=docs[0];
  docs.forEach(function(d){d.classList.toggle("shown",d===shown);});
  var index=document.getElementById("index");
  if(index)index.hidden=!!shown;
  if(target)target.scrollIntoView();
  box.textContent="";pinned=false;
}
window.addEventListener("hashchange",open);
open();
var filter=document.getElementById("filter");
if(filter)filter.addEventListener("input",function(){
  var wanted=filter.value.toLowerCase();
  document.querySelectorAll("#index tbody tr").forEach(function(tr){
    tr.hidden=tr.textContent.toLowerCase().indexOf(wanted)<0;
  });
});
})();
]]
